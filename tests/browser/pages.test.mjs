// Every page that links lead to, as everybody in turn: on a phone and at a desk, in both
// languages, by day and by night, by keyboard alone. What is looked at on each stands in visitor.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { onShift, person } from "./lib/people.mjs";
import { visitor } from "./lib/visitor.mjs";

const STRANGER = null;
const EVERYBODY = [STRANGER, "Bo", "Sam", "Amara", "Farid", "Luz", "Lev", "Quill"];
// A file to take along is no page.
const FILES = ["/me/export", "/tables.ics", "/tables/…/calendar.ics"];
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;
// Of pages that differ only in the thing they show, this many.
const ALIKE = 2;

async function arrive(handle, way) {
  if (handle === STRANGER) return visitor(chromium, rivermouth.url, way);
  const who = await person(chromium, rivermouth.url, handle, way);
  if (handle === "Sam") await onShift(who);
  return who;
}

/** Goes wherever links lead, and looks at each page with all that folds unfolded. */
async function everywhere(who, start, each) {
  const waiting = [...start];
  const seen = new Set();
  const alike = new Map();
  while (waiting.length) {
    const path = waiting.shift();
    const kind = path.split("?")[0].replace(ID, "…");
    const known = alike.get(kind) ?? 0;
    if (seen.has(path) || FILES.includes(kind) || known >= (kind.includes("…") ? ALIKE : 1)) continue;
    seen.add(path);
    alike.set(kind, known + 1);
    await who.page.goto(path);
    await who.page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await who.look();
    await each?.(kind);
    const links = await who.page.evaluate(() => [...document.querySelectorAll("a[href^='/']")].map((a) => a.getAttribute("href")));
    waiting.push(...links);
  }
  return alike;
}

const START = ["/", "/ask", "/s/FERN-42", "/sign-in", "/nothing-here"];

for (const handle of EVERYBODY) {
  const name = handle ?? "a neighbour";
  // Luz reads Spanish, wherever her browser comes from.
  const langs = handle === "Luz" ? ["es"] : ["en", "es"];
  for (const lang of langs) {
    for (const width of [320, 1280]) {
      // axe needs scripts of its own; once a language is enough for the keys.
      const script = lang === langs[0];
      test(`every page of ${name} at ${width} px (${lang})`, async () => {
        const who = await arrive(handle, { width, script, lang });
        const walk = script && width === 320;
        const pages = await everywhere(who, START, walk ? () => who.walk() : undefined);
        assert.ok(pages.size >= 8, `only ${[...pages.keys()]}`);
        await who.leave();
      });
    }
  }
}

test("the first Tab leads past the header", async () => {
  for (const handle of [STRANGER, "Bo"]) {
    const who = await arrive(handle, { width: 320, script: false });
    await who.open(handle ? "/today" : "/ask");
    await who.skips();
    await who.leave();
  }
});

test("the language button answers in the other language and stays on the page", async () => {
  const who = await visitor(chromium, rivermouth.url, { width: 320, script: false });
  await who.open("/ask");
  who.way.lang = "es";
  await who.press("button", "Español");
  await who.reads("¿Qué le ayudaría?");
  assert.ok(who.page.url().endsWith("/ask"));
  await who.leave();
});

test("somebody new comes in by an invitation, and gets six words", async () => {
  const amara = await person(chromium, rivermouth.url, "Amara");
  await amara.open("/circles");
  await amara.press("link", "Aid");
  await amara.press("button", "Make an invitation");
  const link = (await amara.page.locator('[role="status"] strong').innerText()).trim();
  const ada = await visitor(chromium, rivermouth.url, { width: 320, script: true });
  await ada.open(new URL(link, rivermouth.url).pathname);
  await ada.walk();
  await ada.type("What shall we call you?", "Ada");
  await ada.press("button", "Come in");
  assert.equal((await ada.page.locator(".code").innerText()).trim().split(/\s+/).length, 6);
  await ada.leave();
  await amara.leave();
});
