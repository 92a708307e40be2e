import { type Mention, mentionsIn, mentionsOf } from "../mentions.ts";
import { kindOf } from "../question-kind.ts";
import type { AskedBefore } from "../reading.ts";
import {
  matterBefore,
  type Referent,
  referentBefore,
  referentOf,
  type Surroundings,
  withOwner,
} from "../referent.ts";
import type { SpokenQuestion } from "../spoken-questions.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { joined } from "../words.ts";

/** What a question leans on outside its own words. */
export interface Leaning {
  readonly referent: Referent | null;
  /** The last two things of the turn, for "are those covered". */
  readonly both: { readonly text: string; readonly plural: boolean } | null;
  /** A matter named nearer than any thing ("the house", "the fee"): what "it" means where coverage is not asked. */
  readonly matter: string | null;
  /** Who "he" is, where a helper was named: "technician". */
  readonly helper: string | null;
  /** The question before it was one of coverage, so that "what about the dryer" is one too. */
  readonly afterCoverage: boolean;
  /** A part with the thing that it belongs to ("the AC's compressor"), a misheard name as it is written. */
  readonly owned: (part: string) => Referent | null;
  /** Whether a thing is named in these words. */
  readonly isThing: (text: string) => boolean;
}

const HELPER = /\b(technician|contractor|plumber|electrician|repairman|tech|inspector)\b/i;

/** Gathers what a question leans on from its turn, the turns before it and the cards. */
export function leaningOf(
  around: Surroundings,
  question: SpokenQuestion,
  known: { readonly vocabulary: Vocabulary; readonly asked: readonly AskedBefore[] },
): Leaning {
  const { vocabulary, asked } = known;
  const newest = asked.at(-1)?.question.text;
  const before = around.words.slice(0, question.core);
  const things = mentionsIn(before, vocabulary);
  const until = question.form === "tag" ? question.to : question.core;
  return {
    referent: referentBefore(around, until, vocabulary) ?? behind(around, until, vocabulary),
    both: lastTwo(things),
    matter: matterBefore(around, question.core, vocabulary),
    helper: helperIn([joined(around.words), ...around.earlier]),
    afterCoverage: newest !== undefined && kindOf(newest) === "coverage",
    isThing: (text) => mentionsOf(text, vocabulary).some(({ sort }) => sort !== "surface"),
    owned: (part) => {
      const [mention] = mentionsOf(`the ${part}`, vocabulary);
      if (!mention || mention.to - mention.from !== part.split(" ").length) return null;
      if (mention.sort !== "part") return mention.text === part ? null : referentOf(mention);
      return withOwner(mention, things, { ...around, vocabulary });
    },
  };
}

/** "I don't know if this is covered but my garage door snapped": what it is comes after. */
function behind(around: Surroundings, at: number, vocabulary: Vocabulary): Referent | null {
  const next = mentionsIn(around.words.slice(at), vocabulary).find(({ place }) => !place);
  return next ? referentOf(next) : null;
}

function lastTwo(things: readonly Mention[]): Leaning["both"] {
  const named = things
    .filter(({ place, sort }) => !place && sort === "item")
    .map(({ text }) => `the ${text}`);
  const two = [...new Set(named)].slice(-2);
  return two.length === 2 ? { text: two.join(" and "), plural: true } : null;
}

/** Somebody whom the caller brought: the contract speaks of their work in its own way. */
const OWN_HELPER =
  /\b(?:i|we) (?:had|have|got|called|hired|paid) (?:a|my|my own|this|some|another) (?:guy|man|friend|buddy|fella|handyman|contractor|plumber|electrician|repairman|technician|company)\b/;

function helperIn(texts: readonly string[]): string | null {
  if (texts.some((text) => OWN_HELPER.test(text.toLowerCase()))) return "customer's own contractor";
  for (const text of texts) {
    const found = HELPER.exec(text)?.[1]?.toLowerCase();
    if (found) return found === "tech" ? "technician" : found;
  }
  return null;
}
