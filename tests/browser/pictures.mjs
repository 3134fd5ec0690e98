// Takes the pictures of the README from the demo, as it stands on its first morning:
//   node tests/browser/pictures.mjs
import { mkdir, writeFile } from "node:fs/promises";
import { browser } from "./lib/browser.mjs";
import { person } from "./lib/people.mjs";
import { small } from "./lib/small.mjs";
import { town } from "./lib/town.mjs";
import { visitor } from "./lib/visitor.mjs";

const FOLDER = new URL("../../docs/pictures/", import.meta.url).pathname;
const PHONE = { width: 412, script: false };
// The most a picture may be high, and how heavy.
const HIGH = 1250;
const HEAVY = 80_000;

async function picture(who, name) {
  const height = await who.page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: PHONE.width, height: Math.min(height, HIGH) };
  const png = small(await who.page.screenshot({ fullPage: true, clip }));
  if (png.length >= HEAVY) throw new Error(`${name}.png has ${png.length} bytes`);
  await writeFile(`${FOLDER}${name}.png`, png);
  console.log(`${name}.png: ${png.length} bytes`);
}

await mkdir(FOLDER, { recursive: true });
const [chromium, rivermouth] = await Promise.all([browser(), town()]);
try {
  const bo = await person(chromium, rivermouth.url, "Bo", PHONE);
  await bo.open("/today");
  await picture(bo, "today");
  await bo.press("link", /^FERN-42/);
  await picture(bo, "ask");
  await bo.open("/asks");
  await picture(bo, "board");
  const neighbour = await visitor(chromium, rivermouth.url, { ...PHONE, lang: "es" });
  await neighbour.open("/ask");
  await picture(neighbour, "ask-form-es");
} finally {
  await chromium.close();
  await rivermouth.stop();
}
