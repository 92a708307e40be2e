import { COVERED } from "../lexicon/coverage-phrases.ts";
import type { SpokenQuestion } from "../spoken-questions.ts";
import { joined, type Word } from "../words.ts";
import { coverageText, nameOf } from "./coverage-text.ts";
import { invert, invertWh } from "./direct-order.ts";
import type { Leaning } from "./leaning.ts";
import { thirdPerson } from "./third-person.ts";
import { trimCore } from "./trim-core.ts";

/** Writes a spoken question so that it stands by itself. */
export function questionText(words: readonly Word[], question: SpokenQuestion, leaning: Leaning): string {
  const trimmed = trimCore(words, question.core, question.to);
  const core = joined(trimmed).replace(/ (\S+)'s (still|not|covered|under|on|part|out)\b/g, " $1 is $2");
  const names = new Map(words.slice(question.core, question.to).map(({ text, shown }) => [text, shown]));
  const covered =
    statedCoverage(core, question, leaning) ?? coverageText(core.replace(/^(?:if|whether) /, ""), leaning);
  const direct = covered ? covered.split(" ") : directOrder(core.split(" "), question, leaning);
  const resolved = covered ? direct : resolve(direct, leaning);
  const condition = conditionBefore(words, question);
  const whole = [...resolved, ...condition];
  const fits = condition.length > 0 && !resolved.includes("if") && whole.join(" ").length <= LENGTH;
  return finish(thirdPerson(fits ? whole : resolved, leaning.helper), names);
}

/** Characters of a question that a card shows on one line and a half. */
const LENGTH = 95;

/** "So that one's on the plan, right": whatever the words, the thing named last is asked about. */
function statedCoverage(core: string, { form }: SpokenQuestion, { referent }: Leaning): string | null {
  if (form !== "tag" || !referent || !COVERED.test(core) || /\b(?:if|guarantee)\b/.test(core)) return null;
  return `${referent.plural ? "are" : "is"} ${referent.text} covered`;
}

/** The "if" that a caller says before the question: "if I cancel, what do I get back". */
function conditionBefore(words: readonly Word[], { from }: SpokenQuestion): readonly string[] {
  for (let i = from - 1; i >= Math.max(0, from - 14); i--) {
    const word = words[i];
    if (!word || word.mark === "." || word.mark === "?") return [];
    if (word.text !== "if" || /^(?:what|as|even|know)$/.test(words[i - 1]?.text ?? "")) continue;
    const clause = words.slice(i, from).map(({ text }) => text);
    while (clause.length > 0 && /^(?:and|so|then|or|but|instead|okay)$/.test(clause.at(-1) ?? ""))
      clause.pop();
    return clause.length >= 3 ? clause : [];
  }
  return [];
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
  const named = nameOf(thing, leaning);
  if (!named) return `what about ${thing}`;
  return leaning.afterCoverage || COVERED.test(thing)
    ? `${named.plural ? "are" : "is"} ${named.text} covered`
    : `what about ${named.text}`;
}

function topicText(topic: string, leaning: Leaning): string {
  const bare = topic
    .replace(/^(?:about|on|of|regarding) /, "")
    .replace(/^.*?\b(?:show|list|display|give|see|get|have|view) (?:me |us )?/, "");
  const named = nameOf(bare, leaning);
  if (!named) return bare;
  return `what ${named.plural ? "are" : "is"} ${named.text}`;
}

const IMPERSONAL =
  /^(?:possible|okay|ok|true|normal|necessary|too|about|been|better|worth|legal|fine|matter|take|takes|mean|means|cost|long|soon|work)$/;

/** Puts what it stands for in the place of the first pronoun that stands for a thing. */
function resolve(words: readonly string[], { referent, matter }: Leaning): readonly string[] {
  const text = matter ? `the ${matter}` : referent?.text;
  if (!text) return words;
  const old = /\b(?:the|this|that) (old|new|other|broken|big|little) one\b/.exec(words.join(" "));
  if (old && !matter)
    return words
      .join(" ")
      .replace(old[0], text.replace(/^the /, `the ${old[1]} `))
      .split(" ");
  const at = words.findIndex((word, i) => pointsAtThing(words, word, i));
  if (at < 0) return words;
  const length = /^(?:one|thing|ones|things)$/.test(words[at + 1] ?? "") ? 2 : 1;
  return [...words.slice(0, at), ...text.split(" "), ...words.slice(at + length)];
}

function pointsAtThing(words: readonly string[], word: string, at: number): boolean {
  const next = words[at + 1] ?? "";
  const before = words[at - 1] ?? "";
  if (word === "it") return !IMPERSONAL.test(next) && !/^(?:a|an|my|the|that|if|like)$/.test(next);
  if (word === "this" || word === "that") {
    const alone =
      next === "" ||
      /^(?:one|if|too|also|or|for|myself|yourself|back|up|on|in|off|away|out|while|still|ever|doesn't|does|start|going)$/.test(
        next,
      );
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
