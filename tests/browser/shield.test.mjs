// P29: two people close the network in two windows, neighbours go on asking, the phone tree is
// printed, and two people open it again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords, visitor } from "./lib/visitor.mjs";

// Whoever closed it leaves the next week to others, so every walk has two of its own.
const PAIRS = [["Ines", "Hana"], ["Amara", "Chidi"], ["Dalia", "Esi"]];

for (const [index, [first, second]] of PAIRS.entries()) {
  const way = WAYS[index];
  test(`two people close it, asking goes on, and two open it, ${inWords(way)}`, async () => {
    const one = await person(chromium, rivermouth.url, first, way);
    const other = await person(chromium, rivermouth.url, second, way);
    await one.open("/posture");
    await one.walk();
    await one.press("button", "Ask to close");
    await one.reads("Asked. Somebody else can say yes within a day.");
    assert.equal(await one.page.getByRole("button", { name: "I say yes to this" }).count(), 0);
    await other.open("/today");
    await other.press("link", "Close everything but asks and the phone tree, for a day");
    await other.press("button", "I say yes to this");
    await other.reads("everybody is signed out");

    const gus = await visitor(chromium, rivermouth.url, way);
    await gus.open("/");
    assert.ok((await gus.page.content()).includes("Closed but for asks and the phone tree"));
    await gus.open("/ask");
    await gus.type("What would help?", "Bread, if there is some.");
    await gus.type("How can we reach you", "555 0142");
    await gus.press("button", "Ask");
    await gus.reads(/[A-Z]+-\d\d/);
    await gus.open("/tables");
    await gus.reads("This is closed until");

    // Signed out, and in again: one calm sentence, and what is open.
    await one.open("/today");
    await one.reads("This is closed until");
    await one.stepIn(first);
    await one.reads("This is closed until");
    await one.press("link", "The phone tree");
    await one.type("Number", `555 02${index}0`);
    await one.press("button", "You may ring me");
    await one.reads("You are in the tree.");
    await one.walk();

    await one.open("/posture");
    await one.press("button", "Ask to go back");
    await other.stepIn(second);
    await other.open("/posture");
    await other.press("button", "I say yes to this");
    await other.reads("Open, as usual.");
    await one.open("/power");
    await one.reads("two people closed everything but asks and the phone tree");
    await one.open("/today");
    await one.doesNotRead("This is closed until");
    for (const who of [one, other, gus]) await who.leave();
  });
}

for (const lang of ["en", "es"]) {
  for (const width of [320, 1280]) {
    test(`what is printed reads whole, ${width} px, ${lang}`, async () => {
      const tess = await person(chromium, rivermouth.url, "Tess", { width, script: width > 600, lang });
      await tess.open("/phone-tree");
      await tess.type(tess.say("tree-number"), "555 0201");
      const in_ = tess.page.locator('form[action="/phone-tree"] button');
      await Promise.all([tess.page.waitForEvent("load"), in_.click()]);
      await tess.look();
      await tess.page.locator("summary").first().click();
      await tess.page.locator("#paper-name").fill("Gus");
      await tess.page.locator("#paper-number").fill("555 0142");
      await tess.page.locator('[name="word"]').check();
      await Promise.all([tess.page.waitForEvent("load"), tess.page.locator('form[action="/phone-tree/paper"] button').click()]);
      await tess.look();
      await tess.reads("Gus");
      await tess.walk();
      await tess.open("/keys");
      await tess.page.locator('main > form [name="what"]').fill("*");
      await tess.page.locator('main > form [name="holder"]').fill("Ines");
      await tess.page.locator('main > form [name="second"]').fill("Tess");
      await Promise.all([tess.page.waitForEvent("load"), tess.page.locator('main > form button').click()]);
      await tess.look();
      await tess.walk();
      for (const path of ["/posture", "/power", "/runbook", "/closing-plan", "/health", "/two-people", "/what-we-keep"]) {
        await tess.open(path);
        await tess.walk();
      }
      // On paper nothing of the screen's own is left.
      await tess.page.emulateMedia({ media: "print" });
      await tess.open("/phone-tree/sheet");
      assert.equal(await tess.page.locator("button:visible, form:visible, header:visible").count(), 0);
      await tess.page.emulateMedia({ media: "screen" });
      await tess.leave();
    });
  }
}
