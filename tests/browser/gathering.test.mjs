// J5 and P22: Chidi opens an evening, Rosa says yes, people are invited, its sheet prints, and what was heard
// goes its way: Kezia's words with her yes, Bo's line when he takes it on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

for (const [index, way] of WAYS.entries()) {
  const question = `Who is cold this spring ${index + 1}?`;
  test(`an evening from its question to a promise, ${inWords(way)}`, async () => {
    const chidi = await person(chromium, rivermouth.url, "Chidi", way);
    await chidi.open("/gatherings");
    await chidi.walk();
    await chidi.press("link", "Bring people together");
    await chidi.walk();
    await chidi.type("The question", question);
    await chidi.type("Who holds it with you?", "Rosa");
    await chidi.page.getByLabel("On which day?").fill("2026-03-10");
    await chidi.page.getByLabel("At what time?").fill("08:00");
    await chidi.page.getByLabel("everybody in the network").check();
    await chidi.press("button", "Begin");
    await chidi.reads("Begun. Nobody is invited yet.");
    const there = new URL(chidi.page.url()).pathname;
    assert.equal(await chidi.page.getByRole("button", { name: "Invite people" }).count(), 0, "one alone invites nobody");

    const rosa = await person(chromium, rivermouth.url, "Rosa", way);
    await rosa.open("/today");
    await rosa.press("link", question);
    await rosa.walk();
    await rosa.press("button", "Yes, I'll hold it");
    await rosa.press("button", "Invite people");
    await rosa.reads("People are invited.");
    await rosa.press("link", "Run of show");
    await rosa.walk();
    await rosa.press("link", "All of it on one sheet, to print");
    await rosa.reads("08:00");
    await rosa.reads("Dialling in:");
    await rosa.page.emulateMedia({ media: "print" });
    assert.equal(await rosa.page.locator("header.site").isVisible(), false, "paper shows the sheet alone");
    await rosa.page.emulateMedia({ media: null });

    const kezia = await person(chromium, rivermouth.url, "Kezia", way);
    await kezia.open(there);
    await kezia.type("What would help?", "A ride home");
    await kezia.press("button", "Tell the two who hold it");
    await chidi.open(there);
    await chidi.reads("Kezia: A ride home");
    if (!way.script && way.width === 320) {
      // The round is begun from here, with the question on it.
      await chidi.press("button", "Begin the round");
      await chidi.reads(question);
      await chidi.walk();
      await chidi.open(there);
    }
    await chidi.press("button", "It took place");
    await chidi.reads("Thank you. Now what was heard.");
    await chidi.walk();
    await chidi.page.getByLabel("What is it?").selectOption({ label: "Word for word" });
    await chidi.page.getByLabel("In your words").fill(`I slept in my coat ${index + 1}.`);
    await chidi.page.getByLabel("Whose words, if it is a quote?").fill("Kezia");
    await chidi.press("button", "Add the line");
    await chidi.reads("Until then it does not leave the room.");
    await chidi.page.getByText("Somebody said they would do something").click();
    await chidi.page.getByLabel("What?", { exact: false }).first().fill(`Ask SBK about blankets ${index + 1}`);
    await chidi.page.getByLabel("Who?", { exact: true }).fill("Bo");
    await chidi.page.getByLabel("For whom?").selectOption({ label: "St Brigid's Kitchen" });
    await chidi.press("button", "Ask them");
    await chidi.press("button", "Give the draft back to the room");
    await chidi.reads("With the room until");
    await chidi.walk();

    await kezia.open("/today");
    await kezia.press("link", `I slept in my coat ${index + 1}.`);
    await kezia.walk();
    await kezia.press("button", "Yes, these words may be read without my name");
    await kezia.reads("Thank you. It stands there without your name.");

    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/today");
    await bo.press("link", `Ask SBK about blankets ${index + 1}`);
    await bo.walk();
    await bo.press("button", "I'll take it on");
    await bo.reads("Offered. It is something once they want it.");
    for (const who of [chidi, rosa, kezia, bo]) await who.leave();
  });
}

test("anybody reads what is open, and how to call", async () => {
  const noor = await person(chromium, rivermouth.url, "Noor", { width: 320, script: false });
  await noor.open("/choir");
  await noor.walk();
  await noor.press("link", /^CHOIR of Coordinating/);
  await noor.reads("Monday 6 April, 18:00");
  await noor.walk();
  await noor.press("button", "I could hold one");
  await noor.reads("Noor");
  await noor.open("/come");
  await noor.walk();
  await noor.open("/letters");
  await noor.press("link", "What do we carry alone?");
  await noor.reads("The line is heavier at night than by day.");
  await noor.walk();
  await noor.leave();
});

test("a campaign asks those it falls on before anybody is invited", async () => {
  const way = { width: 320, script: false };
  const jonah = await person(chromium, rivermouth.url, "Jonah", way);
  await jonah.open("/gatherings/new?kind=campaign");
  await jonah.walk();
  await jonah.type("The question", "Who may stay by the river?");
  await jonah.type("What we ask for", "A list of every flat that stands empty");
  await jonah.type("On whom it falls", "Tenants");
  await jonah.type("Who holds it with you?", "Kezia");
  await jonah.page.locator("#on_day").fill("2026-04-06");
  await jonah.page.locator("#at_time").fill("18:00");
  await jonah.page.locator("#ends").fill("2026-09-01");
  await jonah.press("button", "Begin");
  const there = new URL(jonah.page.url()).pathname;
  await jonah.reads("What we ask for is decided with them before anybody is invited.");
  await jonah.walk();
  await jonah.press("button", "Ask the circle and those it falls on");
  await jonah.reads("A list of every flat that stands empty");
  await jonah.reads("Silence is not a yes");
  const esi = await person(chromium, rivermouth.url, "Esi", way);
  await esi.open("/today");
  await esi.reads("You are asked about something that falls on you");
  await jonah.open(there);
  await jonah.reads("is being decided by the circle, and by those it falls on");
  await jonah.press("link", "Look at it");
  await jonah.reads("A list of every flat that stands empty");
  for (const who of [jonah, esi]) await who.leave();
});
