import { isFunctionWord } from "../language/function-words.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { type Mention, mentionsOf } from "../language/terms.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Heard } from "./heard.ts";

const DENIES = /^(?:no|not|never|nobody|nothing|nothin|nuthin|without|none)$/;
/** "Could be roots, could be old gunk": a guess among others is no cause yet. */
const GUESS =
  /\b(?:could|might|may)(?: (?:just|also|well|even|maybe))*(?: (?:be|have been|a been))?(?: (?:from|due to|because of|just|the|some|a|old))*$/;
/** "Maybe rust, maybe it is just old": of two, neither is told; of one, it is what the caller takes it for. */
const ONE_OF_GUESSES = /\b(?:maybe|perhaps)(?: (?:it )?(?:is|was))?(?: (?:just|the|some|a|old))*$/;
/** What a word for a cause describes here: "a hurricane warning", "flood insurance". */
const OTHER_NOUN =
  /^(?:warnings?|watch|alerts?|season|insurance|drill|alarms?|detectors?|department|marshal|adjuster)$/;
const SELF = /^(?:i|we|am|me)$/;

/** The causes that the words tell of something that failed; denied ones and other senses of the words are none. */
export function causesSaid(heard: Pick<Heard, "tokens">, lexicon: Lexicon): Mention[] {
  return causesNamed(heard, lexicon).filter((mention) => !isGuess(mention, heard));
}

/** The causes that are only guessed at: "could be rust or just age". They decide nothing, and leave it open. */
export function causesGuessed(heard: Pick<Heard, "tokens">, lexicon: Lexicon): Mention[] {
  return causesNamed(heard, lexicon).filter((mention) => isGuess(mention, heard));
}

function isGuess({ from }: Mention, { tokens }: Pick<Heard, "tokens">): boolean {
  const words = tokens.slice(Math.max(0, from - 5), from).map(({ text }) => text);
  const before = words.join(" ");
  const guesses = tokens.filter(({ text }) => text === "maybe" || text === "perhaps").length;
  return GUESS.test(before) || (guesses > 1 && ONE_OF_GUESSES.test(before));
}

function causesNamed({ tokens }: Pick<Heard, "tokens">, lexicon: Lexicon): Mention[] {
  return [...mentionsOf(tokens, "causes", lexicon), ...gapped(tokens, lexicon)].filter((mention) => {
    const before = tokens.slice(Math.max(0, mention.from - 3), mention.from).map(({ text }) => text);
    const owns = tokens.slice(mention.from, mention.to).some(({ text }) => DENIES.test(text));
    if (!owns && before.some((word) => DENIES.test(word))) return false;
    if (OTHER_NOUN.test(tokens[mention.to]?.text ?? "")) return false;
    // "I am a bit rusty", "we froze out there": said of the caller.
    if (
      before.some((word) => word === "am") ||
      (SELF.test(before.at(-1) ?? "") &&
        mention.to - mention.from === 1 &&
        /(?:ed|y|ze|oze)$/.test(tokens[mention.from]?.text ?? ""))
    )
      return false;
    return (
      !isOfSomethingElse(mention, tokens, lexicon) &&
      !isOtherSense(
        mention,
        tokens.map(({ stem }) => stem),
        lexicon,
      )
    );
  });
}

const LINKS =
  /^(?:is|are|was|were|be|been|still|all|so|really|just|pretty|too|very|kind|of|a|bit|got|get|gets|look|looks|came|come|comes|out)$/;

/** "The plates are still dirty": one describing word, said of what is no thing that could fail. */
function isOfSomethingElse({ from, to }: Mention, tokens: Heard["tokens"], lexicon: Lexicon): boolean {
  if (to - from > 1 || !/(?:y|ed|en)$/.test(tokens[from]?.text ?? "")) return false;
  let at = from - 1;
  while (at >= 0 && LINKS.test(tokens[at]?.text ?? "")) at--;
  if (at < 0 || at === from - 1 || isFunctionWord(tokens[at]?.stem ?? "")) return false;
  const stem = tokens[at]?.stem ?? "";
  return lexicon.books.things.get([stem]) === undefined && !/^(?:th|every|some)/.test(tokens[at]?.text ?? "");
}

/** The words stand in one of the phrases that the trade's data sets apart: "fire department". */
function isOtherSense({ id, from, to }: Mention, stems: readonly string[], lexicon: Lexicon): boolean {
  const around = ` ${stems.slice(Math.max(0, from - 4), to + 4).join(" ")} `;
  return (lexicon.concept("causes", id)?.fields.get("not") ?? []).some((phrase) =>
    around.includes(` ${stemsOf(phrase).join(" ")} `),
  );
}

interface Gapped {
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many words stand between, at least and at most. */
  readonly least: number;
  readonly most: number;
}

const gaps = new WeakMap<Lexicon, ReadonlyMap<string, readonly Gapped[]>>();
/** Words that "…" stands for at most; "……", who did it and what was done, is looked for further. */
const GAP = 4;
const WIDE_GAP = 9;

/** Causes that are told around the thing: "installed the furnace wrong". The mention is what stands behind the gap. */
function gapped(tokens: Heard["tokens"], lexicon: Lexicon): Mention[] {
  const known = gaps.get(lexicon) ?? readGaps(lexicon);
  gaps.set(lexicon, known);
  const stems = tokens.map(({ stem }) => stem);
  const stands = (words: readonly string[], at: number) => words.every((word, i) => stems[at + i] === word);
  return stems.flatMap((stem, at) =>
    (known.get(stem) ?? []).flatMap(({ id, before, after, least, most }) => {
      if (!stands(before, at)) return [];
      const begin = at + before.length;
      for (let to = begin + least; to <= begin + most; to++)
        if (stands(after, to)) return [{ id, from: to, to: to + after.length }];
      return [];
    }),
  );
}

/** The gapped causes by their first word. */
function readGaps(lexicon: Lexicon): ReadonlyMap<string, readonly Gapped[]> {
  const all = [...lexicon.ids("causes")].flatMap((id) =>
    [...(lexicon.concept("causes", id)?.names ?? [])].flatMap((name) => {
      const [, said = "", gap, then = ""] = /^(.*?)(…+)(.*)$/.exec(name) ?? [];
      if (gap === undefined) return [];
      const isWide = gap.length > 1;
      const span = { least: isWide ? 0 : 1, most: isWide ? WIDE_GAP : GAP };
      return eachOf(said).flatMap((before) => eachOf(then).map((after) => ({ id, before, after, ...span })));
    }),
  );
  return Map.groupBy(all, ({ before }) => before[0] ?? "");
}

/** "Dog/puppy": one row of stems for each. */
function eachOf(words: string): string[][] {
  return words.split("/").map((one) => stemsOf(one));
}
