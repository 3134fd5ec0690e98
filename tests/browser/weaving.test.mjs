// Two who get to know one another, an introduction nobody learns a no of, and whether the web would hold.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

const PHONE = { width: 320, script: false };
const PAIRS = [["Omar", "Kezia"], ["Lev", "Jonah"], ["Mateo", "Tess"], ["Ruth", "Dalia"]];

for (const [index, way] of WAYS.entries()) {
  const [one, other] = PAIRS[index];
  test(`two sit down and count a tie, ${inWords(way)}`, async () => {
    const first = await person(chromium, rivermouth.url, one, way);
    await first.open("/circles");
    await first.press("link", "Whom I know, and whom I could meet");
    await first.walk();
    await first.page.getByLabel("With whom?").fill(other);
    await first.type("What would you like to talk about?", "Music");
    await first.press("button", "Ask them");
    await first.walk();
    const there = new URL(first.page.url()).pathname;
    const second = await person(chromium, rivermouth.url, other, way);
    await second.open("/today");
    await second.press("link", `${one} and you`);
    await second.walk();
    await second.press("button", "Yes, gladly");
    await second.type("A note for yourself", "Sang as a child.");
    await second.press("button", "Keep my note");
    await second.press("button", "We met");
    await first.open(there);
    await first.press("button", "We met");
    await first.doesNotRead("Sang as a child.");
    await first.walk();
    for (const who of [first, second]) {
      await who.open(there);
      await who.press("button", "I would count it");
    }
    await first.open("/ties");
    await first.reads("Counts until");
    await first.walk();
    for (const who of [first, second]) await who.leave();
  });
}

test("whether we would hold, in sentences; the shape for whoever weaves", async () => {
  const bo = await person(chromium, rivermouth.url, "Bo", PHONE);
  await bo.open("/network");
  await bo.walk();
  await bo.reads(/only link between parts of us|No single person's absence/);
  assert.equal(await bo.page.locator("svg.web").count(), 0, "the shape is for whoever weaves");
  const noor = await person(chromium, rivermouth.url, "Noor", PHONE);
  await noor.open("/network");
  await noor.walk();
  assert.equal(await noor.page.locator("svg.web").count(), 1);
  const words = await noor.page.locator("svg.web").innerText().catch(() => "");
  assert.equal(words, "", "no name stands in it");
  for (const who of [bo, noor]) await who.leave();
});

test("a space takes vouches", async () => {
  const esi = await person(chromium, rivermouth.url, "Esi", PHONE);
  await esi.open("/spaces");
  await esi.walk();
  await esi.page.getByText("A circle of mine decided to take vouches").click();
  await esi.press("button", "From today");
  await esi.walk();
  await esi.page.getByLabel("For whom?").fill("Bo");
  await esi.page.getByLabel(/Known for how many months/).fill("2");
  await esi.press("button", "I vouch for them");
  await esi.reads(/ninety days|six months/);
  await esi.leave();
});

for (const [index, way] of WAYS.entries()) {
  const handle = ["Chidi", "Yuki", "Rosa", "Tess"][index];
  test(`one word to each of two questions, without a name, ${inWords(way)}`, async () => {
    const who = await person(chromium, rivermouth.url, handle, way);
    await who.open("/today");
    await who.press("link", "Two questions about us");
    await who.walk();
    await who.reads("Nobody sees which answer is yours.");
    await who.press("button", "Put it into the box");
    await who.reads("Say one word to one of the two");
    await who.open("/pulse");
    await who.page.locator("input[name='shared'][value='yes']").check();
    await who.page.locator("input[name='step_back'][value='partly']").check();
    await who.press("button", "Put it into the box");
    await who.reads("It is in the box.");
    await who.reads("Yours is in the box.");
    await who.walk();
    await who.leave();
  });
}
