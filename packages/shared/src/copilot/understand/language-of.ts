import { LETTERS, SCRIPTS, SMALL_WORDS } from "./language-words.ts";

/** Characters that are looked at. */
const READ = 3_000;
/** Different small words and letters that a language is told by; more where English ones are among what was said. */
const EVIDENCE = 3;
const EVIDENCE_AMONG_ENGLISH = 4;
/** How much of what was said they are at least. */
const SHARE = 0.25;
/** How far they have to be ahead of the next language's, which may share many of them. */
const LEAD = 1;
/** Letters of a writing system of its own that a language is told by, and their share of all letters. */
const LETTERS_OF_SCRIPT = 4;
const SCRIPT_SHARE = 0.4;

/**
 * The language of some words as an ISO 639-1 code; null where they are too few or too mixed to tell, as a greeting, a
 * name or a place are. Languages that are not listed are not told.
 */
export function languageOf(text: string): string | null {
  const spoken = text.slice(0, READ).normalize("NFC").toLowerCase();
  return byScript(spoken) ?? bySmallWords(spoken);
}

/** Whether words have more of one language in them than of another, however few they are. */
export function leansTo(text: string, language: string, other: string): boolean {
  const spoken = text.slice(0, READ).normalize("NFC").toLowerCase();
  return traces(spoken, language) > traces(spoken, other);
}

function traces(text: string, language: string): number {
  const script = SCRIPTS.find(([of]) => of === language)?.[1];
  return script ? (text.match(script)?.length ?? 0) : weigh(language, wordsIn(text), text).all;
}

function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    const own = text.match(script)?.length ?? 0;
    // Japanese is written with Chinese characters too; its own are enough.
    if (own >= LETTERS_OF_SCRIPT && own >= letters * (language === "ja" ? SCRIPT_SHARE / 2 : SCRIPT_SHARE))
      return language;
  }
  return null;
}

function bySmallWords(text: string): string | null {
  const said = wordsIn(text);
  const weighed = Object.keys(SMALL_WORDS).map((language) => weigh(language, said, text));
  const english = weighed.find(({ language }) => language === "en")?.different ?? 0;
  const evidence = english > 0 ? EVIDENCE_AMONG_ENGLISH : EVIDENCE;
  const [first, second] = weighed.sort((a, b) => b.different - a.different || b.all - a.all);
  if (!first || first.different < evidence || first.all < said.length * SHARE) return null;
  return first.different - (second?.different ?? 0) >= LEAD ? first.language : null;
}

function wordsIn(text: string): readonly string[] {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  return words.map((word) => word.replace(/’/g, "'"));
}

function weigh(language: string, said: readonly string[], text: string) {
  const found = said.filter((word) => SMALL_WORDS[language]?.has(word));
  const letters = LETTERS.filter(([of, mark]) => of === language && mark.test(text)).length;
  return { language, all: found.length + letters, different: new Set(found).size + letters };
}
