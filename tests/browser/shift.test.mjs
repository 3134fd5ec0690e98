// J2: a shift. Somebody calls; their words are written down by keyboard alone, go to the board
// without a name, somebody says "I can", and only the neighbour says how it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { bring, hearAndPublish, onShift, person } from "./lib/people.mjs";
import { WAYS, inWords, visitor } from "./lib/visitor.mjs";

/** Writes down what a caller says, with no hand on a mouse; resolves to the code. */
async function writeDown(sam) {
  await sam.tabAndEnter("link", "Write down an ask");
  // The page begins where the writing begins: how it came is chosen, one Tab leads to the words.
  await sam.reach("#channel");
  await sam.tabAndType("Their own words", "need food for 3, cant leave house, fri");
  await sam.tabAndType("How to reach them, or someone for them", "Gus 555 0142");
  await sam.tabTo(sam.page.getByLabel("They say it is safe to text this number"));
  await sam.page.keyboard.press("Space");
  await sam.tabAndType("Where, if it is needed", "18 Alder St, side door");
  await sam.tabAndType("By when?", "03132026");
  await sam.tabTo(sam.page.getByLabel("Area"));
  await sam.page.keyboard.type("North");
  await sam.tabTo(sam.page.getByLabel("What it is about"));
  await sam.page.keyboard.type("food");
  await sam.tabTo(sam.page.getByLabel("Words we agree on may stand on the board"));
  await sam.page.keyboard.press("Space");
  await sam.tabAndEnter("button", "Write it down");
  await sam.reads("Written down. Read them the code:");
  return sam.page.locator("a.code").innerText();
}

for (const [index, way] of WAYS.entries()) {
  test(`from a call to their word, ${inWords(way)}`, async () => {
    const sam = await person(chromium, rivermouth.url, "Sam", way);
    await onShift(sam);
    await sam.reads(/New .* Waiting for a plan .* Said done, no word yet .* Calls to make/);
    const code = await writeDown(sam);
    await sam.tabAndEnter("link", code);
    await sam.reads("Recorded by Sam");
    const words = `Food for ${index + 3}, cannot leave the house`;
    await sam.tabAndType("The words they agreed to", words);
    await sam.tabAndEnter("button", "Put it on the board");
    await sam.reads("It is on the board.");

    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/asks");
    for (const sealed of ["Gus", "555 0142", "Alder"]) await bo.doesNotRead(sealed);
    await bo.reads(new RegExp(`${words} ${code} · North side · food · by Friday 13 March`));
    await bo.press("link", words);
    for (const sealed of ["Gus", "555 0142", "Alder"]) await bo.doesNotRead(sealed);
    await bo.press("button", "I can");
    await bo.reads("Gus 555 0142 18 Alder St, side door Only the one who says \"I can\" and the Aid shift see this.");
    assert.equal(await bo.page.locator('li[aria-current="step"]').innerText(), "claimed");
    await bo.type("What you agreed", "Friday after 16:00. I'll ring the side door.");
    await bo.press("button", "We agreed this");
    await bo.press("button", "It's done");
    await bo.reads("They are asked how it was.");

    // What goes to Gus waits for a person to send it; none of it repeats what he asked.
    await sam.open("/texts");
    const texts = sam.page.locator(".item", { hasText: code });
    assert.equal(await texts.count(), 3);
    while (await texts.count()) {
      assert.ok(!(await texts.first().innerText()).includes("food"));
      await sam.press("button", "I sent it", texts.first());
      await sam.reads("Gone from here.");
    }

    // Gus answers 2 by text; the shift writes down his word, and calls.
    await sam.open("/shift");
    await sam.press("link", new RegExp(`^${code}`));
    await sam.type("Their words", "the milk was off");
    await sam.press("button", "Partly");
    await sam.reads("Their word is written down.");
    await bo.open("/today");
    await bo.doesNotRead("the milk was off");
    await sam.open("/shift");
    await sam.reads(new RegExp(`Calls to make .*${code} · ${words} A call is due by Friday 13 March`));
    await sam.press("link", new RegExp(`^${code}`));
    await sam.press("button", "We have talked; it can rest now");
    await sam.reads("Thank you for calling.");
    await Promise.all([sam.leave(), bo.leave()]);
  });

  test(`the line is closed in one tap, ${inWords(way)}`, async () => {
    const sam = await person(chromium, rivermouth.url, "Sam", way);
    const gus = await visitor(chromium, rivermouth.url, way);
    await onShift(sam);
    await sam.press("button", "Close the line until tomorrow");
    for (const page of ["/", "/ask"]) {
      await gus.open(page);
      await gus.reads("We are catching up with those who have asked. Please come back tomorrow.");
      assert.equal(await gus.page.getByRole("textbox").count(), 0);
    }
    await sam.press("button", "Open the line");
    await gus.open("/ask");
    assert.equal(await gus.page.getByRole("textbox").count(), 3);
    await Promise.all([sam.leave(), gus.leave()]);
  });

  test(`a shift is handed over in three lines, ${inWords(way)}`, async () => {
    const sam = await person(chromium, rivermouth.url, "Sam", way);
    const rosa = await person(chromium, rivermouth.url, "Rosa", way);
    await onShift(sam);
    await sam.type("What should the next person know?", `Gus sleeps late (${index}).`);
    await sam.type("What did you promise?", "A call before noon.");
    await sam.type("What is odd?", "The bell is broken.");
    await sam.press("button", "Hand over and end");
    await sam.reads("Your shift has ended. Rest well.");
    await onShift(rosa);
    await rosa.reads(`Gus sleeps late (${index}). A call before noon. The bell is broken.`);
    await rosa.press("button", "I have read it");
    await rosa.reads("Confirmed.");
    await rosa.press("button", "Hand over and end");
    await Promise.all([sam.leave(), rosa.leave()]);
  });
}

test("an ask that was given back is open again, and nobody is blamed", async () => {
  const gus = await visitor(chromium, rivermouth.url, WAYS[0]);
  await gus.open("/ask");
  await gus.type("What would help?", "a heater for a week");
  await gus.type("How can we reach you", "ring at the door");
  await gus.press("button", "Ask");
  const code = await gus.page.locator(".code").first().innerText();
  const sam = await person(chromium, rivermouth.url, "Sam");
  await hearAndPublish(sam, code, "A heater for a week");
  const bo = await person(chromium, rivermouth.url, "Bo", WAYS[0]);
  await bo.open("/asks");
  await bo.press("link", "A heater for a week");
  await bo.press("button", "I can");
  await bo.reads("No text goes out, so tell them yourself.");
  await bo.press("button", "I can't after all");
  await bo.reads("Given back. Thank you for trying.");
  const yuki = await person(chromium, rivermouth.url, "Yuki");
  await bring(yuki, "A heater for a week");
  await yuki.doesNotRead("Bo</");
  await Promise.all([gus.leave(), sam.leave(), bo.leave(), yuki.leave()]);
});
