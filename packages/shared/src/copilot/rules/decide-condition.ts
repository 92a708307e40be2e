import type { Condition } from "./conditions.ts";
import type { Case } from "./decide.ts";
import { isFunctionWord, isSymptom } from "./function-words.ts";
import { optionHeld, optionNamed } from "./options.ts";
import type { Ground } from "./verdict.ts";
import { wordsOf } from "./words.ts";

type OptionGround = Extract<Ground, { why: "option" }>;
type ConditionGround = Extract<Ground, { why: "condition" }>;

/** Whether the option that a text names was bought, as far as the plan, the record and the words say. */
export function optionGround(text: string, given: Case): OptionGround | null {
  const option = optionNamed(text) ?? (/^[A-Z]/.test(text) ? text : null);
  if (option === null) return null;
  const { scope, customer, question } = given.request;
  const known = [scope.plan, ...(customer?.limits.map((limit) => limit.name) ?? [])].filter(
    (name) => typeof name === "string",
  );
  return {
    why: "option",
    option,
    held: optionHeld(option, `${question.text}. ${question.situation}`, known),
  };
}

const BY_ONESELF =
  /\b(?:myself|ourselves|(?:my|our) (?:brother|husband|wife|son|dad|father|uncle|friend|neighbou?r|handyman|cousin)|did it ourselves|do-?it-?yourself)\b/i;
const BY_LICENSED = /\b(?:licensed|professional(?:ly)?|certified|qualified|authori[sz]ed)\b/i;
const DENIAL = /\b(?:not|never|no|n['’]t|without|didn['’]t|hasn['’]t|haven['’]t|wasn['’]t|isn['’]t)\b/i;

/** Whether a condition is met, as far as the caller's words say. */
export function conditionGround(condition: Condition, given: Case): ConditionGround {
  const ground = (met: boolean | null): ConditionGround => ({
    why: "condition",
    condition: condition.text,
    met,
  });
  const told = given.request.question.situation;
  if (BY_LICENSED.test(condition.text) && BY_ONESELF.test(told)) return ground(false);
  const wanted = wordsOf(condition.text)
    .filter((word) => !isFunctionWord(word) && !isSymptom(word.stem))
    .map((word) => word.stem);
  if (wanted.length === 0) return ground(null);
  for (const sentence of told.split(/[.;!?]/)) {
    const present = new Set(wordsOf(sentence).map((word) => word.stem));
    const share = wanted.filter((stem) => present.has(stem)).length / wanted.length;
    if (share >= 0.6) return ground(DENIAL.test(sentence) === DENIAL.test(condition.text));
  }
  return ground(null);
}
