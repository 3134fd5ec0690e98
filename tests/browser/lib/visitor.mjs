// Somebody at a browser. Every page they come to is looked at the same way, whatever the journey:
// nothing sticks out sideways, everything to press is big enough for a thumb, nothing came from
// elsewhere, the page is light, axe finds nothing serious.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { foreign } from "./tongues.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const POLICY = "default-src 'none'";
const PUBLIC_BYTES = 20_000;
const MEMBER_BYTES = 60_000;
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
      const refusal = /status of 4(04|22)/.test(line.text());
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

  /** Presses Enter or Space on what has the focus, and looks at where it leads. */
  async key(key) {
    await this.#leads(() => this.page.keyboard.press(key));
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
    if (this.way.script) await this.#axe(at);
  }

  #weigh(at, member) {
    // The demo's own page is no page of a network.
    if (at === "/demo") return;
    const whole = this.html + this.style;
    if (whole > (member ? MEMBER_BYTES : PUBLIC_BYTES)) this.wrong.push(`${at}: ${whole} bytes`);
  }

  async #axe(at) {
    for (const scheme of ["light", "dark"]) {
      await this.page.emulateMedia({ colorScheme: scheme });
      const rules = scheme === "light" ? {} : { runOnly: ["color-contrast"] };
      await this.page.evaluate(AXE);
      const { violations } = await this.page.evaluate((rules) => axe.run(rules), rules);
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

// Runs inside the page.
function examine(thumb) {
  const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const pressable = "button, .button, input:not([type=hidden]), select, textarea, summary, nav a, header a, footer a";
  const small = [...document.querySelectorAll(pressable)].filter(seen).filter((element) => {
    // A tick is pressed by its whole line.
    const target = element.closest("label.tick") ?? element;
    return target.getBoundingClientRect().height < thumb;
  });
  const text = document.body.innerText;
  return {
    sideways: document.documentElement.scrollWidth,
    small: small.map((element) => element.outerHTML.slice(0, 120)),
    raw: text.match(/\b(?:said|nav|ask|shift|field|status|refused|audience|import|today|front|sheet|keep)-[a-z]+(?:-[a-z]+)*\b/g) ?? [],
    lang: document.documentElement.lang,
    text: [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest("[lang]:not(html)"))
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      .map((node) => node.data.trim()),
    member: document.querySelector('header a[href="/me"]') !== null,
  };
}
