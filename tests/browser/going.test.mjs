// J9: stepping back in two screens, or with a plan and somebody who takes it on; two people hand over
// for a third. And the season of renewal: one button, or a slip of paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

// Whoever steps back is free of it, so every walk has somebody of its own.
const GO = ["Esi", "Dalia", "Lev", "Hana"];

for (const [index, handle] of GO.entries()) {
  const way = WAYS[index];
  test(`stepping back is two screens, and asks nothing, ${inWords(way)}`, async () => {
    const who = await person(chromium, rivermouth.url, handle, way);
    let seen = 0;
    who.page.on("framenavigated", () => (seen += 1));
    await who.open("/stepping-back");
    await who.walk();
    assert.equal(await who.page.getByLabel(/reason|why/i).count(), 0);
    await who.press("button", "Give everything back now");
    await who.reads("You are free of it. Thank you.");
    await who.reads("One word brings you back.");
    assert.ok(seen <= 2, `${seen} pages`);
    await who.open("/today");
    assert.equal(await who.page.locator(".item").count(), 0, "nothing is asked");
    await who.open("/stepping-back");
    await who.press("button", "I am back");
    await who.reads("Nothing is asked of you before");
    await who.leave();
  });
}

test("Amara hands her stewardship to Sam, who says yes himself", async () => {
  const way = { width: 320, script: false };
  const amara = await person(chromium, rivermouth.url, "Amara", way);
  await amara.open("/me");
  await amara.press("link", "Step back from what I hold");
  await amara.reads("Everything you hold");
  await amara.walk();
  const steward = amara.page.locator("fieldset").filter({ has: amara.page.locator("input[value='Sam']") });
  await steward.getByLabel("What becomes of it?").selectOption({ label: "Somebody takes it on" });
  await amara.press("button", "Begin handing over");
  await amara.reads("Sam is asked.");
  await amara.walk();
  const sam = await person(chromium, rivermouth.url, "Sam", way);
  await sam.open("/today");
  await sam.press("link", "Amara would hand something on to you");
  await sam.walk();
  await sam.press("button", "I'll take it on");
  await sam.reads("Thank you. It is yours from that day.");
  await amara.open("/stepping-back");
  await amara.reads("Sam takes it on.");
  await amara.press("button", "I'll stay, after all");
  await amara.reads("What was not handed over stays yours.");
  for (const who of [amara, sam]) await who.leave();
});

test("two who are near hand over for somebody who cannot", async () => {
  const way = { width: 320, script: false };
  const chidi = await person(chromium, rivermouth.url, "Chidi", way);
  await chidi.open("/emergency");
  await chidi.walk();
  await chidi.type("Whom is it about?", "Kezia");
  await chidi.press("button", "Ask for it");
  await chidi.reads("A second person near them can say yes within a day.");
  const ines = await person(chromium, rivermouth.url, "Ines", way);
  await ines.open("/today");
  await ines.press("link", "Hand over what Kezia holds");
  await ines.press("button", "Yes, hand over now");
  await ines.reads("Everything is back with its circle.");
  for (const who of [chidi, ines]) await who.leave();
});

const CHOOSE = ["Bo", "Rosa", "Noor", "Mateo"];

for (const [index, handle] of CHOOSE.entries()) {
  const way = WAYS[index];
  test(`the season of renewal is one button, ${inWords(way)}`, async () => {
    const who = await person(chromium, rivermouth.url, handle, way);
    await who.open("/today");
    await who.press("link", "The season of renewal is open");
    await who.walk();
    await who.press("button", /Everything stays as it is|I am here/);
    await who.reads("You can choose anew any time in the season.");
    await who.reads("You chose: It stays");
    await who.press("link", "A slip of paper to choose on");
    await who.walk();
    await who.leave();
  });
}
