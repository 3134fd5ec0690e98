// Somebody at a browser. Every page they come to is looked at the same way, whatever the journey:
// nothing sticks out sideways, everything to press is big enough for a thumb, nothing came from
// elsewhere, the page is light, axe finds nothing serious.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { foreign, say } from "./tongues.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const POLICY = "default-src 'none'";
const PUBLIC_BYTES = 20_000;
const MEMBER_BYTES = 60_000;
const LOOKED_AT = new Set();
const WALKED = new Set();
// A thumb's width (WCAG 2.5.5), less what rounding takes.
const THUMB = 43.5;
// Rivermouth's clock; browsers show and read days by their own language.
const LOCALES = { en: "en-US", es: "es-MX" };

/** How journeys are walked: a phone and a desk, with scripts and without. */
export const WAYS = [320, 1280].flatMap((width) => [true, false].map((script) => ({ width, script })));

/** "at 320 px, without scripts" */
export const inWords = (way) => `at ${way.width} px, ${way.script ? "with" : "without"} scripts`;

/** Opens a browser window of its own, as somebody who was never here. */
export async function visitor(browser, url, { width, script, lang = "en", scheme = "light" }) {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height: 800 },
    locale: LOCALES[lang],
    colorScheme: scheme,
    baseURL: url,
    hasTouch: width < 600,
  });
  const page = await context.newPage();
  return new Visitor(context, page, { url, width, script, lang, scheme });
}

class Visitor {
  constructor(context, page, way) {
    this.context = context;
    this.page = page;
    this.way = way;
    this.wrong = [];
    this.style = 0;
    this.html = 0;
    page.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(way.url) && !address.startsWith("data:")) this.wrong.push(`asked ${address}`);
    });
    page.on("console", (line) => {
      // A refusal is an answer with a status of its own, which the browser mentions.
      const refusal = /status of 4(04|09|22)/.test(line.text());
      if (line.type() === "error" && !refusal) this.wrong.push(`console: ${line.text()}`);
    });
    page.on("pageerror", (error) => this.wrong.push(`script: ${error}`));
    page.on("response", (response) => this.#answer(response));
  }

  #answer(response) {
    const address = response.url();
    if (address.startsWith("data:")) return;
    const policy = response.headers()["content-security-policy"] ?? "";
    if (!policy.includes(POLICY)) this.wrong.push(`${address}: no policy`);
    if (response.status() >= 500) this.wrong.push(`${address}: ${response.status()}`);
    const bytes = Number(response.headers()["content-length"]);
    if (address.endsWith(".css")) this.style = bytes;
    else if (response.request().isNavigationRequest()) this.html = bytes;
  }

  /** A sentence as this visitor reads it. */
  say(key) {
    return say(this.way.lang, key);
  }

  /** Goes to an address, as from a bookmark. */
  async open(path) {
    await this.page.goto(path);
    await this.look();
  }

  /** Presses something that leads to a page, and looks at that page. */
  async press(role, name, within = this.page) {
    const thing = within.getByRole(role, { name, exact: typeof name === "string" }).first();
    await this.#leads(() => thing.click());
  }

  /** Goes to something by Tab alone; everything passed on the way must show that it has the focus. */
  async tabTo(thing) {
    const wanted = await thing.elementHandle();
    for (let steps = 0; steps < 150; steps += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
      const unseen = await this.page.evaluate(focusUnseen);
      if (unseen) this.wrong.push(`${this.page.url()}: focus is not to be seen on ${unseen}`);
    }
    assert.fail(`Tab never comes to ${thing}`);
  }

  /** Goes to a field by Tab and types into it. */
  async tabAndType(label, words) {
    await this.tabTo(this.page.getByLabel(label).first());
    await this.page.keyboard.type(words);
  }

  /** Goes to a button or a link by Tab and presses Enter. */
  async tabAndEnter(role, name) {
    await this.tabTo(this.page.getByRole(role, { name, exact: typeof name === "string" }).first());
    await this.#leads(() => this.page.keyboard.press("Enter"));
  }

  /** Every stop of Tab on this page; fails where something to press or fill is never reached. */
  async walk() {
    const { page, wrong } = this;
    const at = new URL(page.url()).pathname;
    const { like } = await page.evaluate(examine, THUMB);
    if (WALKED.has(like)) return;
    WALKED.add(like);
    await page.evaluate(nameStops);
    const reached = new Set();
    for (let still = 0; still < 10; ) {
      await page.keyboard.press("Tab");
      const { stop, unseen } = await page.evaluate(`({ stop: document.activeElement?.dataset.stop, unseen: (${focusUnseen})() })`);
      if (unseen) wrong.push(`${at}: focus is not to be seen on ${unseen}`);
      // A date has several places in one field; past the last stop the browser's own begin.
      still = stop === undefined || reached.has(stop) ? still + 1 : 0;
      if (stop !== undefined) reached.add(stop);
    }
    const all = await page.evaluate(() => [...document.querySelectorAll("[data-stop]")].map((e) => [e.dataset.stop, e.outerHTML.slice(0, 120)]));
    for (const [stop, html] of all) if (!reached.has(stop)) wrong.push(`${at}: Tab never comes to ${html}`);
  }

  /** The first stop leads past the header. */
  async skips() {
    await this.page.keyboard.press("Tab");
    await this.reach("a.skip");
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.press("Tab");
    const past = await this.page.evaluate(() => !document.activeElement.closest("header, .demo, .skip"));
    assert.ok(past, "the first Tab after the skip link is still in the header");
  }

  async reach(selector) {
    const there = await this.page.evaluate((selector) => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      return element.matches(selector) && box.left >= 0 && box.top >= 0 && box.width > 0;
    }, selector);
    assert.ok(there, `${selector} has no focus, or is out of sight`);
  }

  async #leads(deed) {
    const loaded = this.page.waitForEvent("load");
    await deed();
    await loaded;
    await this.look();
  }

  /** Types into a field by its label. */
  async type(label, words) {
    await this.page.getByLabel(label).first().fill(words);
  }

  /** The page's words, as somebody reads them. */
  async words() {
    return (await this.page.locator("main").innerText()).replace(/\s+/g, " ");
  }

  /** Fails unless the page says this. */
  async reads(words) {
    const said = await this.words();
    assert.ok(words instanceof RegExp ? words.test(said) : said.includes(words), `“${words}” is not in: ${said}`);
  }

  /** Fails if the page says this. */
  async doesNotRead(words) {
    const said = await this.page.content();
    assert.ok(!said.includes(words), `“${words}” is on ${this.page.url()}`);
  }

  /** Steps in as somebody of the cast. */
  async stepIn(handle) {
    await this.open("/demo");
    await this.press("button", handle);
  }

  /** What is looked at on every page. */
  async look() {
    const { page, wrong } = this;
    const at = new URL(page.url()).pathname;
    const found = await page.evaluate(examine, THUMB);
    if (found.sideways > this.way.width) wrong.push(`${at}: ${found.sideways} px wide`);
    for (const small of found.small) wrong.push(`${at}: too small to press: ${small}`);
    for (const raw of found.raw) wrong.push(`${at}: a key instead of words: ${raw}`);
    if (found.lang !== this.way.lang) wrong.push(`${at}: in ${found.lang}`);
    for (const sentence of foreign(found.text, this.way.lang)) wrong.push(`${at}: not translated: ${sentence}`);
    this.#weigh(at, found.member);
    if (this.way.script) await this.#axe(at, found.like);
  }

  #weigh(at, member) {
    // The demo's own page is no page of a network.
    if (at === "/demo") return;
    const whole = this.html + this.style;
    if (whole > (member ? MEMBER_BYTES : PUBLIC_BYTES)) this.wrong.push(`${at}: ${whole} bytes`);
  }

  // Once for pages that are made alike: the journeys come by the same pages again and again.
  async #axe(at, like) {
    const kind = [this.way.width, this.way.lang, like].join(" ");
    if (LOOKED_AT.has(kind)) return;
    LOOKED_AT.add(kind);
    await this.page.evaluate(AXE);
    for (const scheme of ["light", "dark"]) {
      await this.page.emulateMedia({ colorScheme: scheme });
      const rules = scheme === "light" ? {} : { runOnly: ["color-contrast"] };
      const { violations } = await this.page.evaluate((rules) => axe.run({ ...rules, resultTypes: ["violations"] }), rules);
      for (const { id, impact, nodes } of violations) {
        if (["serious", "critical"].includes(impact)) {
          this.wrong.push(`${at} (${scheme}): axe ${id}: ${nodes.map((node) => node.html).join(" | ").slice(0, 400)}`);
        }
      }
    }
    await this.page.emulateMedia({ colorScheme: this.way.scheme });
  }

  /** Ends the visit; fails with everything that was not right on its way. */
  async leave() {
    await this.context.close();
    assert.deepEqual([...new Set(this.wrong)], []);
  }
}

// The next three run inside the page.
function focusUnseen() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // The small calendar inside a date, or the clock inside a time, has the focus then, and shows it itself.
  if (/^(date|time)/.test(element.type ?? "") && !element.matches(":focus")) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return seen ? null : element.outerHTML.slice(0, 120);
}

function nameStops() {
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  // Of a group Tab comes to the one that is chosen; arrows go on from there.
  const chosen = (element) => element.type !== "radio" || element.checked;
  const seen = [...document.querySelectorAll(stops)].filter((element) => element.checkVisibility() && chosen(element));
  seen.forEach((element, index) => (element.dataset.stop = index));
}

function examine(thumb) {
  const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const pressable = "button, .button, input:not([type=hidden]), select, textarea, summary, nav a, header a, footer a, a.go, .row > a, .item h3 a";
  const small = [...document.querySelectorAll(pressable)].filter(seen).filter((element) => {
    // A tick is pressed by its whole line.
    const target = element.closest("label.tick") ?? element;
    return target.getBoundingClientRect().height < thumb;
  });
  const text = document.body.innerText;
  return {
    sideways: document.documentElement.scrollWidth,
    small: small.map((element) => element.outerHTML.slice(0, 120)),
    raw: text.match(/(?<![\w/.-])(?:said|nav|ask|asked|shift|field|status|refused|audience|import|map|today|front|sheet|keeps?|line|texts|us|wrong|draws|telling|letter)-[a-z]+(?:-[a-z]+)*(?![\w-])/g) ?? [],
    lang: document.documentElement.lang,
    text: [...document.querySelectorAll("body *")]
      // What people wrote is in their language.
      .filter((element) => !element.closest("[lang]:not(html), .words"))
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      .map((node) => node.data.trim()),
    // What a page is made of, without what it says.
    like: [...document.querySelectorAll("main *")].map((e) => `${e.tagName}${e.className.baseVal ?? e.className}${e.type ?? ""}`).join(),
    member: document.querySelector('header a[href="/me"]') !== null,
  };
}
