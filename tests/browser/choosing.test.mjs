// Deciding a small thing after asking, choosing among things by ballot, a map of public power, paid time,
// the rapid lane and an alert: on an old phone without scripts, and at a laptop.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, rivermouth } from "./lib/journey.mjs";
import { person } from "./lib/people.mjs";
import { WAYS, inWords } from "./lib/visitor.mjs";

const PHONE = { width: 320, script: false };

for (const [index, way] of WAYS.entries()) {
  const title = `Yellow paper ${index + 1}`;
  test(`decided after asking somebody it touches and somebody who knows, ${inWords(way)}`, async () => {
    const bo = await person(chromium, rivermouth.url, "Bo", way);
    await bo.open("/decisions");
    await bo.press("link", "Decide something small, after asking");
    await bo.walk();
    await bo.type("What is it called?", title);
    await bo.type("What would you like to do?", "The flyer on yellow paper.");
    await bo.press("button", "Go on: whom to ask");
    await bo.reads("Ask somebody it touches first.");
    await bo.page.getByLabel("Whom do you ask?").fill("Rosa");
    await bo.press("button", "It touches them");
    await bo.page.getByLabel("Whom do you ask?").fill("Chidi");
    await bo.press("button", "They know about it");
    await bo.walk();
    const there = new URL(bo.page.url()).pathname;
    for (const [who, words] of [["Rosa", "I read yellow badly."], ["Chidi", "It costs the same."]]) {
      const one = await person(chromium, rivermouth.url, who, way);
      await one.open("/today");
      await one.press("link", title);
      await one.walk();
      await one.page.getByLabel("What do you think?").fill(words);
      await one.press("button", "Say it");
      await one.leave();
    }
    await bo.open(there);
    await bo.page.getByLabel("What did the advice change?").fill("White paper, yellow edge.");
    await bo.press("button", "Decide, and tell them");
    await bo.reads("White paper, yellow edge.");
    await bo.walk();
    await bo.leave();
  });
}

test("a ballot goes into the box once, and cannot be found there", async () => {
  const yuki = await person(chromium, rivermouth.url, "Yuki", PHONE);
  await yuki.open("/today");
  await yuki.press("link", "Where do we meet in April?");
  await yuki.walk();
  await yuki.page.getByLabel("2. The park").selectOption("2");
  await yuki.page.getByLabel("3. St Brigid's hall").selectOption("1");
  await yuki.press("button", "Put it into the box");
  await yuki.reads("Your ballot is in the box.");
  await yuki.walk();
  await yuki.press("link", "Print a ballot");
  await yuki.walk();
  await yuki.open("/choices/new");
  await yuki.walk();
  await yuki.leave();
});

test("a map of power takes offices, and nobody's daughter", async () => {
  const bo = await person(chromium, rivermouth.url, "Bo", PHONE);
  await bo.open("/decisions");
  await bo.press("link", /Who has power over what Aid/);
  await bo.walk();
  await bo.page.getByLabel("Which office or institution?").fill("landlord's daughter");
  await bo.press("button", "Put it there");
  await bo.reads("Only public offices and institutions stand on this map");
  await bo.walk();
  await bo.open("/decisions");
  await bo.press("link", /Who has power over what Aid/);
  await bo.page.getByLabel("Which office or institution?").fill("Housing Authority");
  await bo.page.getByLabel("an institution").check();
  await bo.page.getByLabel("Where do they stand?").selectOption("leans_with");
  await bo.press("button", "Put it there");
  await bo.reads("Leaning our way");
  await bo.walk();
  const amara = await person(chromium, rivermouth.url, "Amara", PHONE);
  await amara.open("/honoraria");
  await amara.page.getByText("Offer something for people's time").click();
  await amara.page.getByLabel("For what?").fill("An evening of listening");
  await amara.page.getByLabel("For how many?").fill("6");
  await amara.page.getByLabel("How much each?").fill("$40");
  await amara.page.getByLabel("On which day?").fill("2026-04-20");
  await amara.press("button", "Offer it");
  await amara.reads("6 × $40, offered to all");
  await bo.open("/honoraria");
  await bo.press("button", "I take it");
  await bo.reads("You take it.");
  await bo.walk();
  for (const who of [bo, amara]) await who.leave();
});

test("the rapid lane opens with a second person and a voice, and ends", async () => {
  const sam = await person(chromium, rivermouth.url, "Sam", PHONE);
  await sam.open("/rapid");
  await sam.walk();
  await sam.press("link", "This cannot wait until tomorrow");
  await sam.walk();
  await sam.type("What happens, to whom, if we wait until tomorrow?", "Two children sleep outside.");
  await sam.type("Who says so: somebody affected, or somebody who saw it?", "Their mother.");
  await sam.type("What is the smallest step that can be undone?", "A room for one night");
  await sam.page.getByLabel("What does somebody it falls on say?").fill("We are outside.");
  await sam.page.getByLabel("How much may it cost at most?").fill("300");
  await sam.press("button", "Ask for it");
  await sam.reads("Another person of the circle has to stand by it.");
  await sam.walk();
  const bo = await person(chromium, rivermouth.url, "Bo", PHONE);
  await bo.open("/today");
  await bo.press("link", "A room for one night");
  await bo.press("button", "I stand by it");
  await bo.reads("It acts, until");
  await bo.page.getByLabel("What did you do?").fill("A room at the inn");
  await bo.page.getByLabel("What did it cost?").fill("340");
  await bo.press("button", "Write it down");
  await bo.reads("That is more than is left");
  await bo.page.goBack();
  await bo.page.getByLabel("What did it cost?").fill("90");
  await bo.page.getByLabel("What did you do?").fill("A room at the inn");
  await bo.press("button", "Write it down");
  await bo.reads("90 of 300 at most.");
  await bo.walk();
  await bo.press("button", "It is over");
  await sam.open("/rapid");
  await sam.reads("It is over. Look at it by");
  await bo.open(new URL(bo.page.url()).pathname);
  for (const who of [sam, bo]) await who.leave();
});

test("an alert is looked at before anybody hears it", async () => {
  const yuki = await person(chromium, rivermouth.url, "Yuki", PHONE);
  await yuki.open("/alerts");
  await yuki.walk();
  await yuki.page.getByLabel("I would go and look, when I can").check();
  await yuki.press("button", "Keep it so");
  const rosa = await person(chromium, rivermouth.url, "Rosa", PHONE);
  await rosa.open("/alerts/new");
  await rosa.walk();
  await rosa.type("What are they doing?", "Two vans stand there");
  await rosa.type("Where?", "Main and 1st");
  await rosa.press("button", "Report it");
  await rosa.walk();
  await rosa.press("button", "Ask those who would look");
  await yuki.open("/today");
  await yuki.press("link", "Two vans stand there, Main and 1st");
  await yuki.press("button", "I go and look");
  await yuki.walk();
  await yuki.page.getByLabel("What was found").fill("Plumbers");
  await yuki.press("button", "It is something else, or over");
  await yuki.reads("Cleared.");
  await rosa.open("/today");
  await rosa.reads("Cleared.");
  for (const who of [yuki, rosa]) await who.leave();
});
