// The sentences of both languages, to find English left on a Spanish page.
import { readFileSync, readdirSync, existsSync } from "node:fs";

const CRATES = new URL("../../../crates/", import.meta.url);

function sentences(lang) {
  const all = new Map();
  for (const crate of readdirSync(CRATES)) {
    const file = new URL(`${crate}/locales/${lang}.ftl`, CRATES);
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const found = line.match(/^([a-z][\w-]*) = (.+)$/);
      if (found) all.set(found[1], found[2]);
    }
  }
  return all;
}

const EN = sentences("en");
const ES = sentences("es");
const WHOLE = [...EN].filter(([key, words]) => ES.get(key) !== words && !words.includes("{"));
// What only English says; “no” and the like are words of both.
const SPOKEN = new Set(ES.values());
const ENGLISH = new Set(WHOLE.map(([, words]) => words).filter((words) => !SPOKEN.has(words)));

/** The sentences of a page that are in the other language. */
export function foreign(texts, lang) {
  return lang === "es" ? texts.filter((text) => ENGLISH.has(text)) : [];
}
