import { COVERED } from "../lexicon/coverage-phrases.ts";
import type { Referent } from "../referent.ts";
import type { SpokenQuestion } from "../spoken-questions.ts";
import { joined, type Word } from "../words.ts";
import { coverageText, nameOf } from "./coverage-text.ts";
import { invert, invertWh } from "./direct-order.ts";
import { thirdPerson } from "./third-person.ts";
import { trimCore } from "./trim-core.ts";

/** What a question leans on outside its own words. */
export interface Leaning {
  readonly referent: Referent | null;
  /** Who "he" is, where a helper was named: "technician". */
  readonly helper: string | null;
  /** The question before it was one of coverage, so that "what about the dryer" is one too. */
  readonly afterCoverage: boolean;
}

/** Writes a spoken question so that it stands by itself. */
export function questionText(words: readonly Word[], question: SpokenQuestion, leaning: Leaning): string {
  const trimmed = trimCore(words, question.core, question.to);
  const core = joined(trimmed);
  const names = new Map(trimmed.map(({ text, shown }) => [text, shown]));
  const covered = coverageText(core.replace(/^(?:if|whether) /, ""), leaning.referent);
  const direct = covered ? covered.split(" ") : directOrder(core.split(" "), question, leaning);
  const resolved = covered ? direct : resolve(direct, leaning.referent);
  return finish(thirdPerson(resolved, leaning.helper), names);
}

function directOrder(core: readonly string[], { form }: SpokenQuestion, leaning: Leaning): readonly string[] {
  if (form === "if") return invert(core.slice(1)) ?? core.slice(1);
  if (form === "tag")
    return invert(core.filter((word, i) => i > 0 || !/^(?:so|and|but|oh|well)$/.test(word))) ?? core;
  if (form === "wh") {
    const about = /^(?:what|how) about (.+)$/.exec(core.join(" "));
    if (about) return aboutText(about[1] ?? "", leaning).split(" ");
    return invertWh(core);
  }
  if (form === "topic" || form === "order") return topicText(core.join(" "), leaning).split(" ");
  return core;
}

function aboutText(thing: string, leaning: Leaning): string {
  const named = nameOf(thing, leaning.referent);
  if (!named) return `what about ${thing}`;
  return leaning.afterCoverage || COVERED.test(thing)
    ? `${named.plural ? "are" : "is"} ${named.text} covered`
    : `what about ${named.text}`;
}

function topicText(topic: string, { referent }: Leaning): string {
  const bare = topic
    .replace(/^(?:about|on|of|regarding) /, "")
    .replace(/^.*?\b(?:show|list|display|give|see|get|have|view) (?:me |us )?/, "");
  const named = nameOf(bare, referent);
  if (!named) return bare;
  return `what ${named.plural ? "are" : "is"} ${named.text}`;
}

const IMPERSONAL =
  /^(?:possible|okay|ok|true|normal|necessary|too|about|been|better|worth|legal|fine|matter|take|takes|mean|means|cost|long|soon|work)$/;

/** Puts what it stands for in the place of the first pronoun that stands for a thing. */
function resolve(words: readonly string[], referent: Referent | null): readonly string[] {
  if (!referent) return words;
  const at = words.findIndex((word, i) => pointsAtThing(words, word, i));
  if (at < 0) return words;
  const length = /^(?:one|thing|ones|things)$/.test(words[at + 1] ?? "") ? 2 : 1;
  return [...words.slice(0, at), ...referent.text.split(" "), ...words.slice(at + length)];
}

function pointsAtThing(words: readonly string[], word: string, at: number): boolean {
  const next = words[at + 1] ?? "";
  const before = words[at - 1] ?? "";
  if (word === "it") return !IMPERSONAL.test(next) && !/^(?:a|an|my|the|that|if|like)$/.test(next);
  if (word === "this" || word === "that") {
    const alone = next === "" || /^(?:one|if|too|also|or|for|myself|yourself|back|up)$/.test(next);
    return alone && !/^(?:like|of|than|all|mean|so|after|before|about|does|how)$/.test(before);
  }
  return /^(?:them|those|these)$/.test(word) && (next === "" || /^(?:ones|too|if|or)$/.test(next));
}

function finish(words: readonly string[], names: ReadonlyMap<string, string>): string {
  const text = words
    .map((word) => names.get(word) ?? word)
    .map((word) => (/^(?:ac|hvac|tv|ev|gfci)$/.test(word) ? word.toUpperCase() : word))
    .join(" ")
    .replace(/\b(do|does|did|is|are|was|were|would|could|should|has|have) not\b/g, "$1n't")
    .replace(/\bcan not\b/g, "can't")
    .replace(/\bwill not\b/g, "won't")
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}
