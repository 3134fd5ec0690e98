// J3: somebody in need, with a phone and nothing else. No account, no history, no story.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { bring, hearAndPublish, person } from "./lib/people.mjs";
import { WAYS, inWords, visitor } from "./lib/visitor.mjs";

/** Asks by page; resolves to the code and, where the contact has none, the two digits given. */
async function ask(gus, words, contact) {
  await gus.open("/");
  await gus.press("link", gus.say("front-ask"));
  await gus.type(gus.say("ask-words"), words);
  await gus.type(gus.say("ask-contact"), contact);
  await gus.press("button", gus.say("ask-button"));
  const [code, digits] = await gus.page.locator(".code").allInnerTexts();
  return { code, digits };
}

async function look(gus, digits) {
  await gus.type(gus.say("status-digits"), digits);
  await gus.press("button", gus.say("status-look"));
}

async function wayOut(gus) {
  const exit = gus.page.getByRole("link", { name: gus.say("quick-exit") });
  assert.match(await exit.getAttribute("href"), /^https:/);
  assert.equal(await exit.getAttribute("rel"), "noreferrer");
}

for (const way of WAYS) {
  for (const lang of ["en", "es"]) {
    test(`a neighbour asks, looks and takes it back, ${inWords(way)} (${lang})`, async () => {
      const gus = await visitor(chromium, rivermouth.url, { ...way, lang });
      await gus.open("/");
      await wayOut(gus);
      await gus.press("link", gus.say("front-ask"));
      await wayOut(gus);
      const { limitsFirst, fields } = await gus.page.evaluate(() => {
        const limits = document.querySelector("main .lede");
        const first = document.querySelector("main form textarea");
        return {
          limitsFirst: limits.textContent.includes("30") && !!(limits.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING),
          fields: document.querySelectorAll("main textarea, main input:not([type=hidden], [type=checkbox])").length,
        };
      });
      assert.ok(limitsFirst, "the limits stand before the first field");
      assert.equal(fields, 3);

      // Blanks are no words; what was typed stays.
      await gus.type(gus.say("ask-words"), "   ");
      await gus.type(gus.say("ask-contact"), "toque la puerta");
      await gus.press("button", gus.say("ask-button"));
      await gus.reads(gus.say("refused-words-needed"));
      assert.equal(await gus.page.getByLabel(gus.say("ask-contact")).inputValue(), "toque la puerta");

      const { code, digits } = await ask(gus, "comida para tres", "toque la puerta");
      assert.match(code, /^[A-Z]+-\d\d$/);
      assert.match(digits, /^\d\d$/);
      const size = await gus.page.locator(".code").first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      assert.ok(size >= 24, "the code is large");
      await wayOut(gus);

      await gus.press("link", gus.say("asked-status"));
      assert.ok(gus.page.url().endsWith(`/s/${code}`));
      await wayOut(gus);
      await look(gus, digits === "00" ? "01" : "00");
      await gus.reads(gus.say("refused-code"));
      await look(gus, digits);
      await gus.reads(gus.say("public-received"));
      assert.ok(gus.say("public-received").split(" ").length <= 5);
      await gus.doesNotRead("comida para tres");

      await gus.page.getByText(gus.say("status-withdraw"), { exact: true }).click();
      await gus.press("button", gus.say("status-withdraw-button"));
      await gus.reads(gus.say("said-withdrawn"));
      await gus.open(`/s/${code}`);
      await look(gus, digits);
      await gus.reads(gus.say("refused-code"));
      await gus.leave();
    });
  }

  test(`only the neighbour says how it was, ${inWords(way)}`, async () => {
    const gus = await visitor(chromium, rivermouth.url, { ...way, lang: "es" });
    const { code, digits } = await ask(gus, "necesito sopa para mi abuela", "mi hija, 555 0177");
    assert.equal(digits, undefined, "a number has its own two digits");
    const words = `Soup, ${inWords(way)}`;
    const sam = await person(chromium, rivermouth.url, "Sam");
    await hearAndPublish(sam, code, words);
    const bo = await person(chromium, rivermouth.url, "Bo");
    await bring(bo, words);

    await gus.open(`/s/${code}`);
    await look(gus, "77");
    await gus.reads(gus.say("public-said-done"));
    await gus.reads(gus.say("status-how-was-it"));
    // No answer is easier to give than another (P27).
    const looks = await gus.page.locator("button[name=word]").evaluateAll((all) => all.map((button) => getComputedStyle(button).backgroundColor));
    assert.deepEqual([looks.length, new Set(looks).size], [4, 1]);
    await gus.type(gus.say("status-answer"), "llegó fría");
    await gus.press("button", gus.say("word-partly"));
    await gus.reads(gus.say("said-word-heard"));
    await look(gus, "77");
    await gus.reads(gus.say("public-told"));

    // Who came sees which button was pressed, and nothing of what was said.
    await bo.open("/asks");
    await bo.doesNotRead("llegó fría");
    await sam.open("/shift");
    await sam.press("link", new RegExp(`^${code}`));
    await sam.reads("llegó fría");
    await Promise.all([gus.leave(), sam.leave(), bo.leave()]);
  });
}
