import type { AdviceRequest } from "../advice.ts";
import { type Cause, causesSaid } from "./causes.ts";
import { type Doubt, doubtIn } from "./doubt.ts";
import { isBenign, partsNames } from "./function-words.ts";
import { type Amount, costsSaid } from "./money.ts";
import { type Term, termsOf, type Vocabulary } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";
import { writtenOut } from "./written-out.ts";

/** Terms that stand together, as in "garage door spring"; the last is the head. */
export type Run = readonly Term[];

/** What is asked about, and what the caller's words say of the case. */
export interface Subject {
  /** The runs of what is asked to be covered, in order: "compressor", "air conditioner". */
  readonly asked: readonly Run[];
  /** "The opener for my garage door" as "garage door opener"; empty where nothing can be turned round. */
  readonly whole: readonly Run[];
  /** The question names nothing itself ("is that covered?"), so that what was told stands for it. */
  readonly vague: boolean;
  readonly told: readonly Run[];
  /** All meanings of the question, of its search words and of the caller's words. */
  readonly ids: ReadonlySet<string>;
  /** These meanings and the short names by which their phrases may be called. */
  readonly reach: ReadonlySet<string>;
  /** Question and situation together, as they were said. */
  readonly words: string;
  readonly causes: ReadonlyMap<Cause, string>;
  readonly costs: readonly Amount[];
  readonly doubt: Doubt | null;
}

const FRAMES: readonly RegExp[] = [
  /\b(?:is|are|was|were|would|will|isn['’]t|aren['’]t)\s+(.+?)\s+(?:(?:be|still|also|even|actually|then|normally|ever|already)\s+)*(?:covered|included|paid for|eligible|excluded|protected|part of|taken care of)\b/i,
  /\b(?:covers?|pays?(?:\s+me\s+back)?\s+for|pay|includes?|replaces?|repairs?|fix(?:es)?|clears?|reimburse(?:\s+me)?(?:\s+for)?|help(?:s)?\s+with|takes?\s+care\s+of|coverage\s+(?:for|on))\s+(.+)/i,
  /\bget\s+(?:a|an|another)\s+(?:new\s+)?(?!check\b|refund\b|one\b)(.+?)(?:\s+(?:off|from|out)\b.*)?$/i,
];
const TAIL =
  /(?:,?\s+(?:because|since|after|if|when|while|due to|caused by|even|although|before|who|which|that (?:was|is|has|had|have|were|broke|spoiled|failed|got)|under (?:my|the|our|this) (?:\w+ )?(?:plan|contract|agreement|warranty|policy)|by (?:my|the|this) (?:\w+ )?(?:plan|contract|agreement|warranty)|on my (?:\w+ )?plan)\b.*)|[?\s]+$/i;
const NAMELESS = /^(?:it|that|this|they|them|those|these|the|a|an|my|your|one|new|customer|company|bill)$/;

/** The words of what is asked to be covered, taken out of the question. */
export function askedWords(question: string): string | null {
  for (const frame of FRAMES) {
    const words = frame.exec(question)?.[1]?.replace(TAIL, "").trim();
    if (words !== undefined && wordsOf(words).some((word) => !NAMELESS.test(word.text))) return words;
  }
  return null;
}

/** Reads a question and the caller's words around it. */
export function readSubject(request: AdviceRequest, vocabulary: Vocabulary): Subject {
  const { text } = request.question;
  const situation = lately(request.question.situation);
  const words = askedWords(text) ?? "";
  const whole = runsOf(turnedRound(words), vocabulary);
  const asked = isOneThing(whole) ? whole : runsOf(words, vocabulary);
  const named = asked
    .flat()
    .some((term) => !isBenign(term.ids[0] ?? "") && !NAMELESS.test(term.text.toLowerCase()));
  const told = [...runsOf(text, vocabulary), ...runsOf(situation, vocabulary)];
  const said = writtenOut(`${text}\n${situation}`);
  const stems = wordsOf(said).map((word) => word.stem);
  const ids = new Set([...asked, ...told].flatMap((run) => run.flatMap((term) => term.ids)).concat(stems));
  return {
    asked: named ? asked : [],
    vague: !named,
    told,
    ids,
    whole,
    reach: new Set([
      ...ids,
      ...[...asked, ...told, ...whole].flat().flatMap((term) => [...term.ids, ...term.heads]),
    ]),
    words: said,
    causes: causesSaid(said),
    costs: costsSaid(said),
    doubt: doubtIn(said),
  };
}

/** What was said last: earlier turns often speak of other things. */
const WORDS_OF_THE_CASE = 70;

function lately(situation: string): string {
  const words = situation.trim().split(/\s+/);
  return words.length <= WORDS_OF_THE_CASE ? situation : words.slice(-WORDS_OF_THE_CASE).join(" ");
}

/** "The fridge in the garage" is a thing of its own where the vocabulary knows a "garage fridge". */
function isOneThing(whole: readonly Run[]): boolean {
  const [term] = whole[0] ?? [];
  const one = whole.length === 1 && whole[0]?.length === 1;
  return one && term !== undefined && /\s/.test(term.text) && term.ids.some((id) => id.startsWith("="));
}

const OF = /^(?:the |a |an |my |our )?([\w' -]+?) (?:of|for|in|on|from) (?:the |my |our |a |an )([\w' -]+)$/i;

function turnedRound(words: string): string {
  const parts = OF.exec(words.trim());
  return parts === null ? "" : `${parts[2]} ${parts[1]}`;
}

function runsOf(text: string, vocabulary: Vocabulary): Run[] {
  const runs: Term[][] = [[]];
  let end = 0;
  for (const term of termsOf(text, vocabulary)) {
    if (term === null || /[.,;:?!\n]/.test(text.slice(end, term.start))) runs.push([]);
    if (term === null) continue;
    end = term.end;
    if (text[term.end] === "-") continue;
    if (term.ids.length === 1 && partsNames(term.ids[0] ?? "")) runs.push([term], []);
    else runs.at(-1)?.push(term);
  }
  return runs.filter((run) => run.length > 0);
}
