// P16, J5: a round on a keeper's laptop and on a phone. The turn is seen by the other without looking
// again; with no script the page looks by itself; and a program that starts anew says so.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { town } from "./lib/town.mjs";
import { visitor } from "./lib/visitor.mjs";

const PHONE = { width: 320, script: true };
const LAPTOP = { width: 1280, script: false };
const QUESTION = "What does staying look like when the river is high?";

/** Somebody opens a round for whoever has the address; where it is. */
async function opens(keeper) {
  await keeper.open("/rounds");
  await keeper.walk();
  await keeper.press("link", "Hold a round now");
  await keeper.walk();
  await keeper.type("Your question", QUESTION);
  await keeper.page.getByLabel("Whose round it is").selectOption({ label: "Whoever has the address" });
  await keeper.press("button", "Open the round");
  return new URL(keeper.page.url()).pathname;
}

/** Somebody sits down under a name. */
async function sitsDown(who, there, name) {
  await who.open(there);
  await who.walk();
  await who.page.locator("#name_here").fill(name);
  await who.press("button", who.say("round-join"));
}

/** A picture to look at, where somebody asked for pictures. */
async function picture(who, name) {
  const folder = process.env.HOLDFAST_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await who.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test("a laptop without scripts and a phone with them share a round", async () => {
  const chidi = await person(chromium, rivermouth.url, "Chidi", LAPTOP);
  const there = await opens(chidi);
  const gus = await visitor(chromium, rivermouth.url, { ...PHONE, scheme: "dark" });
  await sitsDown(gus, there, "Gus's sister");
  await gus.reads("We gather.");
  await picture(gus, "gather-dark");
  const esi = await visitor(chromium, rivermouth.url, { ...PHONE, lang: "es" });
  await sitsDown(esi, there, "Esi");
  await esi.reads("Nos reunimos.");

  await chidi.press("link", "Look again");
  await chidi.press("link", "People, address, closing");
  await chidi.walk();
  await chidi.type("Somebody without a screen", "Abe");
  await chidi.press("button", "They sit down");
  await chidi.reads("Abe");
  await chidi.press("link", "The round on paper");
  await chidi.reads(QUESTION);
  await picture(chidi, "sheet");
  await chidi.open(there);
  await chidi.press("button", "Give the piece to the next");
  await chidi.walk();
  await chidi.reads("Chidi has the piece");

  // Seen without looking again, and focus and typed words stay where they are.
  await gus.page.getByText("Chidi has the piece").waitFor();
  await gus.page.getByText("What we keep to").click();
  await gus.page.evaluate(() => { window.stillThisPage = true; });
  await chidi.press("button", "Next person");
  await gus.page.getByText("You have the piece").waitFor();
  await gus.look();
  await gus.walk();
  await picture(gus, "yours-dark");
  await picture(chidi, "keeper");
  await esi.page.getByText("Gus's sister tiene la palabra").waitFor();
  await picture(esi, "listens-es");
  assert.equal(await esi.page.locator("#now button").count(), 0, "there is nothing to press out of turn");
  assert.ok(await gus.page.evaluate(() => window.stillThisPage), "the page was not loaded anew");
  assert.ok(await gus.page.locator("details[open]").count(), "what was open stays open");

  await gus.press("button", "Pass");
  await esi.page.getByText("Usted tiene la palabra").waitFor();
  await esi.page.getByRole("button", { name: "Dar la palabra" }).focus();
  await esi.look();
  // Who stands on a button goes on standing there when the page hears something.
  await esi.page.evaluate(() => open.dispatchEvent(new MessageEvent("now", { data: now.innerHTML })));
  assert.equal(await esi.page.evaluate(() => document.activeElement.value), "next.3");
  await esi.press("button", "Dar la palabra");

  await chidi.open(there);
  await chidi.reads("Abe has the piece");
  await chidi.press("button", "Next person");
  await gus.page.getByText("The piece came back").waitFor();
  await gus.press("button", "Pass");
  await gus.reads("Everyone had the piece");
  await chidi.open(there);
  await chidi.press("button", "Open the silence");
  await gus.page.getByRole("heading", { name: "Silence" }).waitFor();
  const breath = await gus.page.locator(".breath").innerText();
  assert.equal(breath.trim(), "", "a silence has no numbers");
  await picture(gus, "silence-dark");
  await chidi.press("link", "People, address, closing");
  await chidi.press("button", "Close it");
  await chidi.reads("The round is closed");
  await gus.page.getByText("Nothing of it is kept here").waitFor();
  assert.equal(await gus.page.locator("#gone").isHidden(), true, "closed is not lost");
  await esi.open(there);
  await esi.reads("Esta ronda no está aquí");
  await picture(esi, "gone-es");
  await esi.walk();
  for (const who of [chidi, gus, esi]) await who.leave();
});

test("without a script a phone looks again by itself", async () => {
  const chidi = await person(chromium, rivermouth.url, "Chidi", { ...LAPTOP, script: true });
  const there = await opens(chidi);
  const gus = await visitor(chromium, rivermouth.url, { ...PHONE, script: false });
  await sitsDown(gus, there, "Gus");
  await chidi.page.getByText("Gus").waitFor();
  await chidi.press("button", "Give the piece to the next");
  await chidi.press("button", "Next person");
  // Within its ten seconds, and nobody touched it.
  await gus.page.getByText("You have the piece").waitFor({ timeout: 15_000 });
  await picture(gus, "yours-no-script");
  await gus.press("button", "Hand the piece on");
  await chidi.page.getByText("Everyone had the piece").waitFor();
  await chidi.page.emulateMedia({ reducedMotion: "reduce" });
  await chidi.press("button", "Open the silence");
  const moves = await chidi.page.locator(".breath.on").evaluate((shape) => getComputedStyle(shape).animationName);
  assert.equal(moves, "none", "whoever asked for no motion sees none");
  for (const who of [chidi, gus]) await who.leave();
});

test("a program that starts anew in the middle says so, and what stood there stays to go on from", async () => {
  const first = await town("localhost");
  const chidi = await person(chromium, first.url, "Chidi", LAPTOP);
  const there = await opens(chidi);
  const gus = await visitor(chromium, first.url, PHONE);
  await sitsDown(gus, there, "Gus");
  await chidi.open(there);
  await chidi.press("button", "Give the piece to the next");
  await gus.page.getByText("Chidi has the piece").waitFor();
  first.kill();
  await gus.page.getByText("The line is broken").waitFor({ timeout: 15_000 });
  await first.again();
  await gus.page.getByText("the program has started anew since").waitFor({ timeout: 30_000 });
  await gus.reads("Chidi has the piece");
  await picture(gus, "anew");
  await gus.open(there);
  await gus.reads("Go on with paper");
  // That the line broke is what was asked for.
  gus.wrong = gus.wrong.filter((line) => !/ERR_|console: Failed to load/.test(line));
  for (const who of [chidi, gus]) await who.leave();
  await first.stop();
});

test("what is asked slowly lies sealed, for whoever wrote it too", async () => {
  const way = { width: 320, script: false };
  const rosa = await person(chromium, rivermouth.url, "Rosa", way);
  await rosa.open("/rounds");
  await rosa.press("link", "Ask slowly");
  await rosa.walk();
  await rosa.open("/rounds");
  await rosa.press("link", "What made you come back a second time?");
  await rosa.reads("Yours is in.");
  await rosa.doesNotRead("Somebody remembered my name.");
  await rosa.walk();
  await picture(rosa, "slow");
  await rosa.leave();
});
