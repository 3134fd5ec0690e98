// Ways in: a passkey is added, opens the door without a name, shows that it is still me, and goes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "./lib/browser.mjs";
import { person } from "./lib/people.mjs";
import { town } from "./lib/town.mjs";
import { inWords, visitor } from "./lib/visitor.mjs";

let chromium;
let rivermouth;
before(async () => {
  [chromium, rivermouth] = await Promise.all([browser(), town("localhost")]);
});
after(async () => {
  await chromium?.close();
  await rivermouth?.stop();
});

/** Gives a window a phone's own keeper of passkeys, which somebody opens with their finger. */
async function keeper(who) {
  const talk = await who.context.newCDPSession(who.page);
  await talk.send("WebAuthn.enable");
  const { authenticatorId } = await talk.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    kept: async () => (await talk.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    finger: (right) => talk.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: right }),
  };
}

async function waysIn(who) {
  await who.open("/me");
  await who.press("link", who.say("ways-title"));
}

for (const way of [{ width: 320, script: true }, { width: 1280, script: true }]) {
  for (const lang of ["en", "es"]) {
    test(`somebody adds a passkey and comes in with it, ${inWords(way)} (${lang})`, async () => {
      const handle = way.width === 320 ? "Noor" : "Bo";
      const who = await person(chromium, rivermouth.url, handle, { ...way, lang });
      const phone = await keeper(who);
      await waysIn(who);
      await who.reads(who.say("audience-ways"));
      await who.type(who.say("ways-passkey-name"), "my phone");
      await who.press("button", who.say("ways-passkey-add"));
      await who.reads(who.say("said-passkey-added"));
      await who.reads("my phone");
      const kept = await phone.kept();
      assert.equal(kept.length, 1);
      assert.ok(kept[0].isResidentCredential, "it says itself whose it is");
      await who.walk();

      // Out, and in again without saying who.
      await who.open("/me");
      await who.press("button", who.say("me-sign-out"));
      await who.open("/sign-in");
      await who.press("button", who.say("passkey-show"));
      assert.equal(new URL(who.page.url()).pathname, "/today");
      await who.open("/me");
      await who.reads(handle);

      // It shows that it is still me, and leads back.
      await who.open("/prove?back=/me/ways");
      await who.press("button", who.say("passkey-show"));
      assert.equal(new URL(who.page.url()).pathname, "/me/ways");
      await who.reads(who.say("said-proved"));

      // Without the right finger there is no answer, and a sentence.
      await who.open("/prove?back=/me/ways");
      await phone.finger(false);
      await who.page.getByRole("button", { name: who.say("passkey-show") }).click();
      await who.page.getByText(who.say("passkey-no")).waitFor();
      await phone.finger(true);
      await who.leave();
    });
  }
}

for (const width of [320, 1280]) {
  test(`without scripts the pages say what to do, at ${width} px`, async () => {
    const who = await person(chromium, rivermouth.url, "Yuki", { width });
    await waysIn(who);
    await who.reads(who.say("ways-passkey-noscript"));
    await who.walk();
    await who.open("/me/passphrase");
    await who.reads(who.say("me-new-passphrase-lede"));
    await who.open("/prove?back=/two-people");
    await who.reads(who.say("passkey-noscript"));
    await who.press("button", /Yuki/);
    assert.equal(new URL(who.page.url()).pathname, "/two-people");
    await who.leave();
    const stranger = await visitor(chromium, rivermouth.url, { width, script: false });
    await stranger.open("/sign-in");
    await stranger.reads(stranger.say("passkey-noscript"));
    await stranger.walk();
    await stranger.leave();
  });
}
