import { stem } from "./stem.ts";

/** One word of a text with its stem and its place: `[start, end)` are offsets into the text. */
export interface Token {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}$](?:[\p{L}\p{N}'’%]|[.,](?=\d))*/gu;
const TAIL = /['’](?:s|m|d|t|ll|re|ve)?$/;
const STEMS_KEPT = 20_000;
const stems = new Map<string, string>();

/** The words of any text, in order: lower case, hyphens and slashes part words. Linear in the text's length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0].slice(0, 40).toLowerCase().replace(TAIL, "");
    if (word === "") continue;
    const start = match.index;
    tokens.push({ text: word, stem: stemOf(word), start, end: start + match[0].length });
  }
  return tokens;
}

/** The stems of a text's words, in order. */
export function stemsOf(text: string): string[] {
  return tokensOf(text).map((token) => token.stem);
}

/** The stem under which a word is compared; the last twenty thousand are remembered. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stem(word);
  if (stems.size >= STEMS_KEPT) stems.clear();
  stems.set(word, found);
  return found;
}
