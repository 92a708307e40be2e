/** A word of a text with where it stands: `[start, end)` are offsets into the text. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /\$?\d[\d,]*(?:\.\d+)?%?|[a-z]+(?:['’][a-z]+)*/gi;
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mice: "mouse",
    feet: "foot",
    leaves: "leaf",
    shelves: "shelf",
    knives: "knife",
    broke: "break",
    broken: "break",
    breakdown: "break",
    breakdowns: "break",
    bought: "buy",
    gone: "go",
    lost: "lose",
    died: "die",
    dying: "die",
    paid: "pay",
    sold: "sell",
    froze: "freeze",
    frozen: "freeze",
    blew: "blow",
    blown: "blow",
    ran: "run",
    came: "come",
    began: "begin",
    gas: "gas",
    bus: "bus",
    oven: "oven",
    fees: "fee",
    fee: "fee",
  }),
);

/** Words of a text, lower-cased and stemmed; a possessive's "'s" counts for nothing. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const lower = match[0].toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
    found.push({ text: lower, stem: stemOf(lower), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const remembered = new Map<string, string>();
const REMEMBERED_AT_MOST = 20_000;

/** A light stem: plural, past and -ing endings are taken off, so that forms of one word are equal. */
export function stemOf(word: string): string {
  if (word.length <= 3 || !/^[a-z]/.test(word)) return IRREGULAR.get(word) ?? word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = IRREGULAR.get(word) ?? withoutVerbEnding(withoutPlural(word));
  if (remembered.size < REMEMBERED_AT_MOST) remembered.set(word, stem);
  return stem;
}

function withoutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|ch|sh|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutVerbEnding(word: string): string {
  const long = /^(.*[aeiouy].*?)(?:ation|ing|ed)$/.exec(word)?.[1];
  const base = long !== undefined && long.length >= 3 ? undoubled(long) : word;
  return base.length > 3 && base.endsWith("e") ? base.slice(0, -1) : base;
}

function undoubled(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
