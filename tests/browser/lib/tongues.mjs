// The sentences of both languages: to press what a page says in either, and to find English left
// on a Spanish page.
import { existsSync, readFileSync, readdirSync } from "node:fs";

const CRATES = new URL("../../../crates/", import.meta.url);

// Every sentence by its key, and the variants of those that have some ("[one] One text to send").
function sentences(lang) {
  const plain = new Map();
  const variants = [];
  for (const crate of readdirSync(CRATES)) {
    const file = new URL(`${crate}/locales/${lang}.ftl`, CRATES);
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const message = line.match(/^([a-z][\w-]*) = (.*[^{>])$/);
      if (message) plain.set(message[1], message[2]);
      const variant = line.match(/^\s+\*?\[\w+\] (.+)$/);
      if (variant) variants.push(variant[1]);
    }
  }
  return { plain, all: new Set([...plain.values(), ...variants]) };
}

const TONGUES = { en: sentences("en"), es: sentences("es") };

/** A sentence without arguments, by its key. */
export function say(lang, key) {
  const words = TONGUES[lang].plain.get(key);
  if (words === undefined) throw new Error(`there is no sentence ${key}`);
  return words;
}

// A sentence as a pattern: anything may stand where its arguments do.
function pattern(sentence) {
  const literal = sentence.split(/\{[^}]*\}/);
  // A frame of a few letters around an argument would fit too much.
  if (literal.length > 1 && literal.join("").replace(/\W/g, "").length < 6) return [];
  const parts = literal.map((part) => part.replace(/[.*+?^$()[\]\\|{}]/g, "\\$&"));
  return [new RegExp(`^${parts.join(".+")}$`)];
}

const ENGLISH = [...TONGUES.en.all].filter((sentence) => !TONGUES.es.all.has(sentence)).flatMap(pattern);

/** The sentences among these that should be in Spanish and are not. */
export function foreign(texts, lang) {
  return lang === "es" ? texts.filter((text) => ENGLISH.some((sentence) => sentence.test(text))) : [];
}
