// A spreadsheet through the page: every row that cannot be taken is named, the columns are picked
// from its own headings, the rows come in as one batch and go out again as one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { onShift, person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

// Headings nobody could guess from; the third row has a byte that is no letter in any language.
const ROWS = [
  "Day,Who,Phone,Wish,Part of town",
  "3/2/2026,Ana,555 0101,Nappies size 4,North side",
  "3/3/2026,Ben,555 0102,A chair,East side",
  "3/4/2026,Cy,555 0103,So\xffp,East side",
  '3/5/2026,Dee,555 0104,"A bed\nand a lamp",Old town',
];
const FILE = { name: "asks.csv", mimeType: "text/csv", buffer: Buffer.from(`${ROWS.join("\r\n")}\r\n`, "latin1") };

for (const way of WAYS) {
  test(`a file is looked at, taken and undone, ${inWords(way)}`, async () => {
    const rosa = await person(chromium, rivermouth.url, "Rosa", way);
    const pick = (label, column) => rosa.page.getByLabel(label, { exact: true }).selectOption(column);
    await onShift(rosa);
    await rosa.press("link", "Bring in a file");
    await rosa.page.getByLabel("The file").setInputFiles(FILE);
    await rosa.press("button", "Look at it");
    await rosa.reads("The map does not say yet where the words of an ask are.");
    assert.equal(await rosa.page.getByRole("button", { name: "Take these rows" }).count(), 0);

    // What was guessed stands there; the rest is picked.
    assert.equal(await rosa.page.getByLabel("How to reach them 1").inputValue(), "Phone");
    await pick("What would help 1", "Wish");
    await pick("How to reach them 2", "Who");
    await pick("Area 1", "Part of town");
    await pick("When it came 1", "Day");
    await pick("What makes a row the same row 1", "Phone");
    await rosa.press("button", "Look again");
    await rosa.reads("Nothing is taken yet 4 rows: 3 taken, 1 refused");
    await rosa.reads("Line 4, column 4 “Wish”: This cell cannot be read.");
    assert.equal(await rosa.page.getByLabel("How to reach them 2").inputValue(), "Who");

    const name = `Sign-up sheet, ${inWords(way)}`;
    await rosa.type("Keep this way of reading under a name", name);
    await rosa.press("button", "Take these rows");
    await rosa.reads("Taken 4 rows: 3 taken, 1 refused");
    await rosa.press("link", "My shift");
    await rosa.reads("Nappies size 4");
    await rosa.reads("A bed and a lamp");

    // The same file with the kept map needs no picking, and doubles nothing.
    await rosa.open("/import");
    await rosa.page.getByLabel("How to read it").selectOption(name);
    await rosa.page.getByLabel("The file").setInputFiles(FILE);
    await rosa.press("button", "Look at it");
    await rosa.press("button", "Take these rows");
    await rosa.open("/shift");
    assert.equal(await rosa.page.getByRole("link", { name: /Nappies size 4/ }).count(), 1);

    for (const batch of ["second", "first"]) {
      await rosa.open("/import");
      await rosa.press("button", "Undo");
      await rosa.reads("Undone", batch);
    }
    await rosa.open("/shift");
    await rosa.doesNotRead("Nappies size 4");
    await rosa.leave();
  });
}

test("whoever knows the text of a map writes in it, and a slip there loses nothing", async () => {
  const rosa = await person(chromium, rivermouth.url, "Rosa", WAYS[0]);
  await onShift(rosa);
  await rosa.open("/import");
  await rosa.type("Or paste it here", "A,B\nsoup,555 0199\n");
  await rosa.press("button", "Look at it");
  await rosa.page.getByText("The same as a text, for whoever knows such maps").click();
  const text = rosa.page.locator("#map");
  await text.fill("contact = [");
  await rosa.press("button", "Look again", rosa.page.locator("details"));
  await rosa.reads("The map cannot be read.");
  await text.fill('contact = ["B"]\n[[words]]\ncolumn = "A"\nlabel = "Wish"\n');
  await rosa.press("button", "Look again", rosa.page.locator("details"));
  await rosa.reads("1 row: 1 taken, 0 refused");
  assert.equal(await rosa.page.getByLabel("What would help 1").inputValue(), "A");
  // A name in the words would stand on the board.
  await rosa.page.getByLabel("What would help 2").selectOption("B");
  await rosa.press("button", "Take these rows");
  await rosa.reads("The column “B” holds how to reach somebody");
  await rosa.page.getByLabel("What would help 2").selectOption("");
  await rosa.press("button", "Look again");
  await rosa.press("button", "Take these rows");
  await rosa.open("/shift");
  await rosa.reads("Wish: soup");
  await rosa.leave();
});
