// What every file of journeys stands on: one browser and a Rivermouth of its own, there before its
// first test and gone after its last.
import { after, before } from "node:test";
import { browser } from "./browser.mjs";
import { town } from "./town.mjs";

export let chromium;
export let rivermouth;

before(async () => {
  [chromium, rivermouth] = await Promise.all([browser(), town()]);
});
after(async () => {
  await chromium?.close();
  await rivermouth?.stop();
});
