import { COVERED } from "../lexicon/coverage-phrases.ts";
import type { SpokenQuestion } from "../spoken-questions.ts";
import { joined, type Word } from "../words.ts";
import { conditionBefore } from "./condition.ts";
import { coverageText, nameOf } from "./coverage-text.ts";
import { invert, invertWh } from "./direct-order.ts";
import type { Leaning } from "./leaning.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";
import { thirdPerson } from "./third-person.ts";
import { trimCore } from "./trim-core.ts";

/** Writes a spoken question so that it stands by itself. */
export function questionText(words: readonly Word[], question: SpokenQuestion, leaning: Leaning): string {
  const trimmed = trimCore(words, question.core, question.to);
  const core = joined(trimmed).replace(/ (\S+)'s (still|not|covered|under|on|part|out)\b/g, " $1 is $2");
  const names = new Map(words.slice(question.core, question.to).map(({ text, shown }) => [text, shown]));
  const said = joined(words.slice(question.core, question.to));
  const covered = statedCoverage(said, question, leaning) ?? coverageText(inverted(core, question), leaning);
  const direct = covered ? covered.split(" ") : directOrder(core.split(" "), question, leaning);
  const resolved = covered ? direct : resolvePronoun(direct, leaning);
  const condition = conditionBefore(words, question, direct);
  const conditional = [...resolved, ...condition];
  const fits = condition.length > 0 && !resolved.includes("if") && conditional.join(" ").length <= LENGTH;
  return finish(thirdPerson(fits ? conditional : resolved, leaning.helper), names);
}

/** Characters of a question that a card shows on one line and a half. */
const LENGTH = 95;

/** "So that one's on the plan, right": whatever the words, the thing named last is asked about. */
function statedCoverage(core: string, { form }: SpokenQuestion, { referent }: Leaning): string | null {
  if (form !== "tag" || !referent || !COVERED.test(core) || /\b(?:if|guarantee)\b/.test(core)) return null;
  return `${referent.plural ? "are" : "is"} ${referent.text} covered`;
}

/** Coverage is recognised in question order: "you'd replace that" as "would you replace that". */
function inverted(core: string, { form }: SpokenQuestion): string {
  if (form !== "tag") return core.replace(/^(?:if|whether) /, "");
  const words = core.replace(/^(?:so|and|but|oh|well) /, "").split(" ");
  return (invert(words) ?? words).join(" ");
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
  return leaning.afterCoverage || COVERED.test(thing) || leaning.isThing(thing)
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

function finish(words: readonly string[], names: ReadonlyMap<string, string>): string {
  const text = words
    .map((word) => names.get(word) ?? word)
    .map((word) => (/^(?:ac|hvac|tv|ev|gfci)$/.test(word) ? word.toUpperCase() : word))
    .join(" ")
    .replace(/\b(do|does|did|is|are|was|were|would|could|should|has|have) not\b/g, "$1n't")
    .replace(/\bgot to\b/g, "have to")
    .replace(/\bcan not\b/g, "can't")
    .replace(/\bwill not\b/g, "won't")
    .trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}
