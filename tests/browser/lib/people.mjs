// What people of Rivermouth do, where a journey only needs it done.
import { visitor } from "./visitor.mjs";

/** Somebody of the cast, in a window of their own; without scripts, unless a journey is theirs. */
export async function person(browser, url, handle, way = {}) {
  const who = await visitor(browser, url, { width: 1280, script: false, ...way });
  await who.stepIn(handle);
  return who;
}

/** Takes the shift, or goes on with it. */
export async function onShift(who) {
  await who.open("/shift");
  const take = who.say("shift-take");
  if (await who.page.getByRole("button", { name: take }).count()) await who.press("button", take);
}

/** The shift talks with somebody who asked by page, and puts their words on the board. */
export async function hearAndPublish(sam, code, published) {
  await onShift(sam);
  await sam.press("link", new RegExp(`^${code}`));
  await sam.page.getByLabel("Words we agree on may stand on the board").check();
  await sam.press("button", "We have talked");
  await sam.type("The words they agreed to", published);
  await sam.press("button", "Put it on the board");
}

/** Somebody says "I can", agrees, goes, and says it is done. */
export async function bring(bo, published) {
  await bo.open("/asks");
  await bo.press("link", published);
  await bo.press("button", "I can");
  await bo.type("What you agreed", "Tomorrow at five, at the side door.");
  await bo.press("button", "We agreed this");
  await bo.press("button", "It's done");
}
