// J5, as far as it is written down: proposed in a few words, questions, reactions, a consent round on
// one page, and what was agreed found again. And a caucus, which is asked in its own time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

for (const [index, way] of WAYS.entries()) {
  const title = `A second kettle ${index + 1}`;
  test(`proposed, heard, objected to and met, ${inWords(way)}`, async () => {
    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/decisions");
    await bo.walk();
    await bo.press("link", "Propose something");
    await bo.walk();
    await bo.type("What is it called?", title);
    await bo.type("What do you propose?", "We buy one, and try it until June.");
    await bo.press("button", "Propose it");
    await bo.reads("Proposed. Questions first.");
    const there = new URL(bo.page.url()).pathname;
    await bo.press("button", "Go on to the next step");
    await bo.press("button", "Go on to the next step");

    const rosa = await person(chromium, rivermouth.url, "Rosa", way);
    await rosa.open("/today");
    await rosa.press("link", title);
    await rosa.page.getByText("Something in it would harm us").click();
    await rosa.walk();
    await rosa.page.getByLabel("How would it harm what the circle is for?").fill("The fuse blows when both are on.");
    await rosa.press("button", "Object");
    await rosa.reads("Rosa: an objection");

    await bo.open(there);
    await bo.page.getByText("Change the words").click();
    await bo.page.getByLabel("What is proposed now?").fill("We buy one, on another fuse.");
    await bo.press("button", "Change it");
    await bo.page.getByText("What it said before").click();
    await bo.reads("then the meaning changed");
    await bo.walk();

    await rosa.open(there);
    await rosa.press("button", "What it says now meets this");
    await rosa.reads("Met by what it says now.");
    await rosa.press("button", /^Consent/);
    await rosa.reads("Rosa: consent");
    await bo.open("/decisions?q=kettle");
    await bo.reads(title);
    for (const who of [bo, rosa]) await who.leave();
  });
}

test("what falls on tenants waits for them", async () => {
  const way = { width: 320, script: false };
  const yuki = await person(chromium, rivermouth.url, "Yuki", way);
  await yuki.open("/decisions");
  await yuki.press("link", "Open the phone line on Sundays");
  await yuki.page.getByText("It falls on somebody who should be asked").click();
  await yuki.press("button", "Ask them");
  await yuki.reads("They are asked. Nobody reads who said so.");
  await yuki.reads("Silence is not a yes.");
  const esi = await person(chromium, rivermouth.url, "Esi", way);
  await esi.open("/today");
  await esi.press("link", "Tenants");
  await esi.walk();
  await esi.page.getByLabel("What do you all answer?").selectOption({ label: "They are at it, at their own pace." });
  await esi.press("button", "Answer");
  await yuki.open("/caucuses");
  await yuki.press("link", "Tenants");
  assert.equal(await yuki.page.getByText("Kezia").count(), 0, "who is of it is theirs to know");
  await yuki.walk();
  for (const who of [yuki, esi]) await who.leave();
});
