// J1: what I am told, and when. Nothing until I choose it, one letter a day at my own hour, and one
// press without signing in to stop it.
import assert from "node:assert/strict";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords, visitor } from "./lib/visitor.mjs";

for (const way of WAYS) {
  for (const lang of ["en", "es"]) {
    test(`somebody chooses what they are told, ${inWords(way)} (${lang})`, async () => {
      const noor = await person(chromium, rivermouth.url, "Noor", { ...way, lang });
      await noor.open("/me");
      await noor.press("link", noor.say("me-telling"));
      await noor.reads(noor.say("telling-lede"));
      await noor.reads(noor.say("audience-telling"));
      const hour = noor.page.getByLabel(noor.say("field-hour"));
      assert.equal(await hour.inputValue(), "", "nothing is chosen for anybody");
      assert.equal(await noor.page.getByLabel(noor.say("telling-claimed-ask")).isChecked(), false);

      // No address: a sentence, and what was chosen stays.
      await noor.type(noor.say("field-address"), "noor at home");
      await hour.selectOption("07");
      await noor.press("button", noor.say("telling-save"));
      await noor.reads(noor.say("refused-mail-address"));
      await noor.reads(noor.say("field-address"));
      assert.ok((await noor.page.content()).includes("noor at home"));

      await noor.open("/me/telling");
      await noor.type(noor.say("field-address"), "noor@example.org");
      await noor.page.getByLabel(noor.say("field-hour")).selectOption("07");
      await noor.page.getByLabel(noor.say("telling-claimed-ask")).check();
      await noor.press("button", noor.say("telling-save"));
      await noor.reads(noor.say("said-telling-saved"));
      assert.equal(await noor.page.getByLabel(noor.say("field-address")).inputValue(), "noor@example.org");
      assert.equal(await noor.page.getByLabel(noor.say("field-hour")).inputValue(), "07");
      await noor.walk();

      // Waking needs scripts, and says what happens without.
      const wake = noor.page.getByRole("button", { name: noor.say("telling-wake") });
      assert.equal(await wake.isVisible(), way.script);
      if (!way.script) await noor.reads(noor.say("telling-wake-noscript"));

      // And it is all taken back.
      await noor.type(noor.say("field-address"), "");
      await noor.page.getByLabel(noor.say("field-hour")).selectOption("");
      await noor.page.getByLabel(noor.say("telling-claimed-ask")).uncheck();
      await noor.press("button", noor.say("telling-save"));
      assert.equal(await noor.page.getByLabel(noor.say("field-address")).inputValue(), "");
      await noor.leave();
    });
  }
}

// Chromium's windows of journeys are private ones, and in those it never lets itself be woken: it says
// so on its console.
const PRIVATE = /Push API in incognito mode/;

test("a browser that will not be woken says so, and nothing breaks", async () => {
  const yuki = await person(chromium, rivermouth.url, "Yuki", { width: 320, script: true });
  await yuki.open("/me/telling");
  await yuki.page.getByRole("button", { name: yuki.say("telling-wake") }).click();
  await yuki.page.getByText(yuki.say("telling-wake-no")).waitFor();
  await yuki.look();
  yuki.wrong = yuki.wrong.filter((line) => !PRIVATE.test(line));
  await yuki.leave();
});

test("a browser that is woken says that there is something, and not what", async () => {
  const yuki = await person(chromium, rivermouth.url, "Yuki", { width: 320, script: true });
  await yuki.context.grantPermissions(["notifications"], { origin: rivermouth.url });
  await yuki.open("/me/telling");
  const session = await yuki.context.newCDPSession(yuki.page);
  const registrations = [];
  session.on("ServiceWorker.workerRegistrationUpdated", (event) => registrations.push(...event.registrations));
  await session.send("ServiceWorker.enable");
  await yuki.page.evaluate(async () => {
    await navigator.serviceWorker.register("/wake-worker.js");
    await navigator.serviceWorker.ready;
  });
  // The browser itself delivers what our server sends: nothing.
  const { registrationId } = registrations.at(-1);
  await session.send("ServiceWorker.deliverPushMessage", { origin: rivermouth.url, registrationId, data: "" });
  const shown = await yuki.page.waitForFunction(async () => {
    const worker = await navigator.serviceWorker.ready;
    const notices = await worker.getNotifications();
    return notices.length > 0 && notices.map(({ title, body }) => [title, body]);
  });
  assert.deepEqual(await shown.jsonValue(), [["Something of yours in Rivermouth Solidarity Network", ""]]);
  await yuki.leave();
});

test("one letter comes, leads back, and stops by one press without signing in", async () => {
  const way = { width: 320, script: false };
  const bo = await person(chromium, rivermouth.url, "Bo", way);
  const outbox = join(rivermouth.data, "outbox");
  const letters = async () => (await readdir(outbox)).filter((file) => file.endsWith(".eml"));
  const read = async (file) => (await readFile(join(outbox, file), "utf8")).replace(/=\r\n/g, "").replace(/(=[0-9A-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll("=", ""), "hex").toString("utf8"));
  await bo.open("/me/telling");
  await bo.type(bo.say("field-address"), "bo@example.org");
  await bo.page.getByLabel(bo.say("field-hour")).selectOption("07");
  await bo.press("button", bo.say("telling-save"));
  await bo.reads(bo.say("telling-not-confirmed"));
  await bo.open("/demo");
  await bo.press("button", bo.say("demo-later"));

  // First one that asks whether the address is his, in whichever browser it is opened.
  const [asking, ...more] = await letters();
  assert.deepEqual(more, [], "nothing else goes there before");
  const [link] = (await read(asking)).match(/\/telling\/confirm\/[\w-]+/);
  const mail = await visitor(chromium, rivermouth.url, way);
  await mail.open(link);
  await mail.reads(mail.say("confirm-lede"));
  await mail.press("button", mail.say("confirm-button"));
  await mail.reads(mail.say("confirm-done"));
  await mail.leave();
  await bo.open("/me/telling");
  await bo.reads(bo.say("telling-confirmed"));
  await bo.open("/today");
  const held = await bo.page.locator("main h3", { hasNotText: bo.say("ways-today") }).first().innerText();
  await bo.open("/demo");
  await bo.press("button", bo.say("demo-later"));

  const files = (await letters()).filter((file) => file !== asking);
  assert.equal(files.length, 1, "one letter, to whoever chose one");
  assert.equal((await stat(join(outbox, files[0]))).mode & 0o777, 0o600);
  const letter = await read(files[0]);
  assert.match(letter, /^To: bo@example\.org\r$/m);
  assert.ok(letter.includes(held.split(" · ")[0]), `${held} stands in ${letter}`);

  // The links of the letter, as its reader presses them.
  const links = [...letter.matchAll(/href="([^"]+)"/g)].map(([, link]) => link);
  assert.ok(links.length >= 3 && links.every((link) => link.startsWith(rivermouth.url)), links.join(" "));
  const back = links.find((link) => link.includes("/asks/"));
  await bo.open(new URL(back).pathname);

  const stop = new URL(links.find((link) => link.includes("/telling/stop/"))).pathname;
  const stranger = await visitor(chromium, rivermouth.url, way);
  await stranger.open(stop);
  await stranger.reads(stranger.say("stop-digest"));
  await stranger.press("button", stranger.say("stop-button"));
  await stranger.reads(stranger.say("stop-digest-done"));
  await stranger.leave();

  await bo.open("/me/telling");
  assert.equal(await bo.page.getByLabel(bo.say("field-hour")).inputValue(), "");
  await bo.leave();
});

test("Aid's steward chooses the word texts begin with", async () => {
  const amara = await person(chromium, rivermouth.url, "Amara", { width: 320, lang: "es" });
  await amara.open("/me/telling");
  await amara.press("link", amara.say("texts-word-title"));
  await amara.type(amara.say("field-begin-with"), "Sauce");
  await amara.press("button", amara.say("texts-word-save"));
  await amara.reads(amara.say("said-texts-word"));
  assert.equal(await amara.page.getByLabel(amara.say("field-begin-with")).inputValue(), "Sauce");
  await amara.leave();
});
