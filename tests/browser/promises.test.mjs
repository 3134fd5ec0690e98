// J1: the weekly five minutes, in at most four screens. J9: going on rest in two, easing in two,
// giving back in two; and coming back softly. What is promised needs a yes, and "I can't this time"
// is one tap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

/** Counts the pages somebody comes to. */
function screens(who) {
  let pages = 0;
  who.page.on("framenavigated", () => (pages += 1));
  return () => pages;
}

for (const [index, way] of WAYS.entries()) {
  const soup = `Soup on Wednesdays ${index + 1}`;
  test(`a promise needs a yes, is eased and given back in two taps, ${inWords(way)}`, async () => {
    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/commitments");
    await bo.walk();
    await bo.press("link", "Offer something");
    await bo.type("What will you do?", soup);
    await bo.page.getByLabel("For whom?").selectOption({ label: "Aid" });
    await bo.page.getByLabel("It comes", { exact: true }).selectOption("1");
    await bo.page.getByLabel("Wednesday").check();
    await bo.page.getByLabel("At what time?").fill("18:30");
    await bo.press("button", "Offer it");
    await bo.reads("Offered. Now it is theirs to say yes.");
    const there = new URL(bo.page.url()).pathname;

    const amara = await person(chromium, rivermouth.url, "Amara", way);
    await amara.open("/today");
    await amara.press("link", soup);
    await amara.press("button", "Yes, please");
    await amara.reads("Agreed. Thank you, both.");

    await bo.open("/today");
    const line = bo.page.locator(".item").filter({ hasText: soup });
    await bo.press("button", "I can't this time", line);
    await bo.reads("It looks for somebody, this once");
    await bo.open(there);
    await bo.reads("Looks for somebody, this once.");
    await bo.walk();
    await bo.press("button", "I can after all");
    // N11: two screens, no reason.
    const seen = screens(bo);
    await bo.open(there);
    await bo.page.getByText("Ease it", { exact: true }).first().click();
    const words = bo.page.getByLabel("What will you do from now on?");
    await words.fill(`${soup}, when I can`);
    await bo.press("button", "Ease it");
    await bo.reads("It is so from now on.");
    assert.ok(seen() <= 3, `${seen()} pages`);
    assert.equal(await bo.page.getByLabel(/reason|why/i).count(), 0);
    await bo.press("button", "Give it back");
    await bo.reads("Given back. Thank you for what you did.");
    for (const who of [bo, amara]) await who.leave();
  });
}

// Whoever rests and is back lands softly, so every walk has somebody of its own.
const RESTS = ["Mateo", "Ruth", "Omar", "Kezia"];

for (const [index, handle] of RESTS.entries()) {
  const way = WAYS[index];
  test(`rest is two screens, and silence from then on, ${inWords(way)}`, async () => {
    const who = await person(chromium, rivermouth.url, handle, way);
    const seen = screens(who);
    await who.open("/rest");
    await who.press("button", "Rest now");
    await who.reads("You are resting. Nothing is asked of you.");
    // The page, the form, and where it leads.
    assert.ok(seen() <= 2, `${seen()} pages`);
    await who.walk();
    await who.open("/today");
    assert.equal(await who.page.locator(".item").count(), 0, "nothing is asked");
    await who.open("/rest");
    await who.press("button", "I am back");
    await who.reads("Nothing is asked of you before Tuesday 17 March.");
    await who.reads("Not much changed.");
    const page = await who.page.locator("main").innerText();
    assert.ok(!/unread|\(\d+\)|missed/i.test(page), page);
    await who.leave();
  });
}

test("the weekly five minutes are four screens (J1)", async () => {
  const way = { width: 320, script: false };
  const bo = await person(chromium, rivermouth.url, "Bo", way);
  const paths = new Set();
  bo.page.on("framenavigated", () => paths.add(new URL(bo.page.url()).pathname));
  const item = (words) => bo.page.locator(".item").filter({ hasText: words });
  // (1) Yours, ours, could you?
  await bo.open("/today");
  // (2) I can; the address only now.
  const lift = item("A lift to the clinic");
  assert.equal(await bo.page.getByText("204 Third St").count(), 0);
  await bo.press("button", "I can", lift);
  await bo.reads("204 Third St");
  // (3) Said done, on Today.
  await bo.open("/today");
  await bo.press("button", "It's done", item("Food for 3"));
  // (4) A decision, read and consented to on one page.
  await bo.open("/today");
  await bo.press("link", "Open the phone line on Sundays");
  await bo.reads("Earliest: Thursday 12 March, 09:00.");
  await bo.press("button", /^Consent/);
  await bo.reads("Bo: consent");
  // (5) How much there is of me, in one tap.
  await bo.open("/rest");
  await bo.press("button", "little");
  await bo.reads("little ✓");
  // Today, two asks, a decision, rest: each thing on one page, and Today between them.
  assert.ok(paths.size <= 5, [...paths].join(" "));
  await bo.leave();
});
