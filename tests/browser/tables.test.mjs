// Open tables: somebody finds where and when without an account, on a phone, in either language; those
// who keep a table look at it again, close it for a while, and are told what was not understood.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords, visitor } from "./lib/visitor.mjs";

const NEXT = {
  en: /Next: Saturday 14 March, 12:00–16:00/,
  es: /Próxima vez: sábado 14 de marzo, 12:00–16:00/,
};

for (const way of WAYS) {
  for (const lang of ["en", "es"]) {
    test(`where and when, ${inWords(way)} (${lang})`, async () => {
      const gus = await visitor(chromium, rivermouth.url, { ...way, lang });
      await gus.open("/");
      await gus.press("link", gus.say("tables-front-button"));
      await gus.reads("Table on the square");
      await gus.reads(NEXT[lang]);
      // What is not certain stands in its own words, without a date.
      await gus.reads("First Sunday of each month, after the meeting");
      await gus.page.getByLabel(gus.say("tables-area")).selectOption("River flats");
      await gus.press("button", gus.say("tables-show"));
      await gus.reads("Table on the square");
      assert.ok(!(await gus.words()).includes("St Brigid"));
      await gus.press("link", "Table on the square");
      await gus.reads("Ferry Square, by the fountain");
      await gus.reads(NEXT[lang]);
      const calendar = gus.page.getByRole("link", { name: gus.say("tables-calendar") });
      const feed = await gus.page.request.get(await calendar.getAttribute("href"));
      assert.equal(feed.headers()["content-type"], "text/calendar; charset=utf-8");
      assert.match(await feed.text(), /RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA/);
      await gus.press("link", gus.say("tables-back"));
      await gus.press("link", gus.say("tables-sheet"));
      await gus.reads("St Brigid's Kitchen, 4 Chapel Row");
      await gus.leave();
    });
  }
}

test("the sheet fits on one page of paper", async () => {
  const gus = await visitor(chromium, rivermouth.url, { width: 1280, script: true });
  await gus.open("/tables/sheet");
  const pdf = await gus.page.pdf({ format: "A4" });
  assert.equal(pdf.toString("latin1").match(/\/Type \/Page\b/g).length, 1);
  await gus.leave();
});

for (const [index, way] of WAYS.entries()) {
  test(`a table is written down, looked at and closed, ${inWords(way)}`, async () => {
    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/tables");
    await bo.press("link", "Write down an open table");
    await bo.reads("Everybody can read all of this, without an account.");
    const name = `Bread van ${index}`;
    await bo.type("Name", name);
    await bo.type("When", "Mon-Fri 9-5, ask for the van");
    await bo.press("button", "Save");
    // What was typed stays.
    await bo.reads("Say where it is, so that people can come.");
    assert.equal(await bo.page.getByLabel("Name").inputValue(), name);
    await bo.type("Where", "Alder St, at the corner");
    await bo.page.getByLabel("Who keeps it").selectOption({ label: "Aid" });
    await bo.press("button", "Save");
    await bo.reads("It stands on the list now.");
    await bo.reads("Not understood: “ask for the van”");
    await bo.reads("We are not sure that we read this rightly");
    await bo.press("button", "It is read rightly");
    await bo.reads(/Next: \w+ \d+ March, 09:00–17:00/);
    await bo.press("button", "I looked, it is so");
    await bo.reads("Thank you for looking.");
    await bo.page.locator("summary", { hasText: "Close it for a while" }).click();
    await bo.type("Why, in one sentence for everybody", "The van is being mended.");
    await bo.page.locator("#until").fill("2026-03-20");
    await bo.press("button", "Close it for a while");
    await bo.reads("Closed until Friday 20 March: The van is being mended.");
    await bo.press("button", "Open it again now");
    await bo.reads("It is open again.");
    await bo.leave();
  });
}
