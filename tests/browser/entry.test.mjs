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
    becomes: async (copy) => {
      const { credentialId } = copy;
      await talk.send("WebAuthn.removeCredential", { authenticatorId, credentialId });
      await talk.send("WebAuthn.addCredential", { authenticatorId, credential: { ...copy, signCount: 0 } });
    },
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
      const handle = { en: { 320: "Noor", 1280: "Bo" }, es: { 320: "Sam", 1280: "Ines" } }[lang][way.width];
      const who = await person(chromium, rivermouth.url, handle, { ...way, lang });
      const phone = await keeper(who);
      await waysIn(who);
      await who.reads(who.say("audience-ways"));
      await who.type(who.say("ways-passkey-name"), "my old phone");
      await who.press("button", who.say("ways-passkey-add"));
      await who.reads(who.say("said-passkey-added"));
      await who.reads("my old phone");
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

      // It is taken away once there are two others, and opens nothing any more.
      await who.open("/me/ways");
      await who.press("button", who.say("printed-make"));
      await who.press("link", who.say("printed-go"));
      await who.press("link", who.say("me-new-passphrase"));
      await who.press("button", who.say("me-new-passphrase-button"));
      await who.press("link", who.say("joined-go"));
      const line = who.page.locator(".item", { hasText: "my old phone" });
      await who.press("button", who.say("ways-remove"), line);
      await who.reads(who.say("said-way-removed"));
      await who.doesNotRead("my old phone");
      await who.open("/prove?back=/me/ways");
      await who.press("button", who.say("passkey-show"));
      await who.reads(who.say("refused-passkey-not-taken"));
      await who.leave();
    });
  }
}

test("a passkey answers one question once, and a copied one is not taken", async () => {
  const who = await person(chromium, rivermouth.url, "Amara", { width: 1280, script: true });
  const phone = await keeper(who);
  await waysIn(who);
  await who.press("button", who.say("ways-passkey-add"));
  await who.reads(who.say("ways-passkey-unnamed"));
  const [copy] = await phone.kept();

  // What the browser sent is sent once more, by somebody who saw it.
  const sent = who.page.waitForRequest((request) => request.url().endsWith("/sign-in/passkey"));
  await who.open("/sign-in");
  await who.press("button", who.say("passkey-show"));
  const form = Object.fromEntries(new URLSearchParams((await sent).postData()));
  assert.equal(new URL(who.page.url()).pathname, "/today");
  const again = await who.context.request.post("/sign-in/passkey", { form, maxRedirects: 0 });
  assert.equal(again.status(), 422);
  assert.ok((await again.text()).includes(who.say("refused-passkey-too-late")));

  // A copy of before counts from where it was copied.
  await phone.becomes(copy);
  await who.open("/prove");
  await who.press("button", who.say("passkey-show"));
  await who.reads(who.say("refused-passkey-copied"));
  await who.leave();
});

for (const width of [320, 1280]) {
  test(`without scripts the pages say what to do, at ${width} px`, async () => {
    const who = await person(chromium, rivermouth.url, "Yuki", { width });
    await waysIn(who);
    await who.reads(who.say("ways-passkey-noscript"));
    await who.walk();
    await who.press("button", /paper/);
    await who.reads(who.say("printed-keep"));
    const [words] = await who.page.locator("ol.words li").allInnerTexts();
    await who.press("link", who.say("printed-go"));
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
    await stranger.press("link", stranger.say("mail-link-title"));
    await stranger.type(stranger.say("mail-link-who"), "nobody@example.org");
    await stranger.press("button", stranger.say("mail-link-send"));
    await stranger.reads(stranger.say("mail-link-sent"));
    await stranger.press("link", stranger.say("mail-link-back"));
    // A line of the paper, in place of the six words.
    await stranger.type(stranger.say("sign-in-handle"), "Yuki");
    await stranger.type(stranger.say("sign-in-passphrase"), words);
    await stranger.press("button", stranger.say("sign-in-button"));
    assert.equal(new URL(stranger.page.url()).pathname, "/today");
    await stranger.leave();
  });
}
