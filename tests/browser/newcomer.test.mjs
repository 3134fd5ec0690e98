// J7: somebody comes by the second door: a name, a call within three days, a buddy, six short
// agreements, a first small thing; and what they do not see yet is said kindly.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords, visitor } from "./lib/visitor.mjs";

for (const [index, way] of WAYS.entries()) {
  test(`from a name at the door to a first small thing, ${inWords(way)}`, async () => {
    const name = `Nadia ${index + 1}`;
    const nadia = await visitor(chromium, rivermouth.url, way);
    await nadia.open("/");
    const doors = nadia.page.locator(".doors .button");
    const sizes = await doors.evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height));
    assert.equal(sizes.length, 2);
    assert.equal(sizes[0], sizes[1], "two doors of the same size");
    await nadia.tabAndEnter("link", "Join us");
    await nadia.tabAndType("What shall we call you?", name);
    await nadia.tabAndType("How can we reach you?", "by the fountain, mornings");
    await nadia.tabAndEnter("button", "Leave my name");
    await nadia.reads("Somebody reaches you by Friday 13 March.");

    const lev = await person(chromium, rivermouth.url, "Lev", way);
    await lev.open("/today");
    await lev.press("link", "People to call");
    const line = (who) => who.page.locator(".item").filter({ hasText: name });
    await lev.press("button", "I'll call", line(lev));
    await lev.reads("It is yours to call.");
    await line(lev).getByLabel("Their home circle").selectOption({ label: "Aid" });
    await line(lev).getByLabel("Their buddy for six weeks").fill("Bo");
    await lev.press("button", "We talked", line(lev));
    const link = (await lev.page.locator('[role="status"] strong').innerText()).trim();

    await nadia.open(new URL(link, rivermouth.url).pathname);
    await nadia.type("What shall we call you?", name);
    await nadia.press("button", "Come in");
    await nadia.open("/today");
    await nadia.press("link", "Your first weeks");
    await nadia.reads("Bo is your buddy until Tuesday 21 April");
    await nadia.reads("Until Tuesday 24 March you don't see");
    await nadia.press("link", "Read them");
    for (let left = 6; left > 0; left -= 1) {
      assert.equal(await nadia.page.getByRole("button", { name: "Read it, with somebody" }).count(), left);
      await nadia.press("button", "Read it, with somebody");
    }

    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/today");
    await bo.press("link", name);
    await bo.type("What will you do together?", "Sort the vegetables");
    await bo.page.getByLabel("When", { exact: true }).fill("2026-03-11");
    await bo.press("button", "Agreed");
    await bo.reads("Sort the vegetables · Wednesday 11 March");
    await bo.reads("after two things done together");
    await nadia.open("/first-weeks");
    await nadia.reads("You have read them.");
    await nadia.reads("Sort the vegetables · Wednesday 11 March");
    for (const visit of [nadia, lev, bo]) await visit.leave();
  });
}
