import { type Condition, dutyOf } from "./conditions.ts";
import type { Case } from "./decide.ts";
import { isFunctionWord, isSymptom } from "./function-words.ts";
import { knewOfIt, turnsOnKnowledge } from "./knowledge.ts";
import { spokenNumber } from "./money.ts";
import { optionHeld, optionNamed } from "./options.ts";
import type { Reading } from "./read-clause.ts";
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
  /\b(?:myself|ourselves|himself|(?:my|our) (?:brother|husband|wife|son|dad|father|uncle|friend|neighbou?r|handyman|cousin)|did it ourselves|do-?it-?yourself)\b/i;
const BY_LICENSED = /\b(?:licensed|professional(?:ly)?|certified|qualified|authori[sz]ed)\b/i;
const APPROVAL = /\b(?:approv\w+|authori[sz]\w+|permission|consent)\b/i;
const UNASKED =
  /\b(?:(?:did not|didn['’]?t|never|without) (?:call|ask|tell|check|get|contact|calling|asking|telling|checking)\w*|just (?:wanted it done|had it done|did it))\b/i;
const ASKED =
  /\b(?:you (?:all |guys |already )*(?:approved|authori[sz]ed|said (?:yes|okay|ok|i could))|got (?:it |your )?(?:approv\w+|authori[sz]\w+))\b/i;
const DENIAL = /\b(?:not|never|no|n['’]t|without|didn['’]t|hasn['’]t|haven['’]t|wasn['’]t|isn['’]t)\b/i;

/** Whether a condition is met, as far as the caller's words say. */
export function conditionGround(condition: Condition, given: Case): ConditionGround {
  const { text: about, sense } = condition;
  const ground = (met: boolean | null): ConditionGround => ({
    why: "condition",
    condition: about,
    sense,
    met,
  });
  const told = given.subject.words;
  if (turnsOnKnowledge(about)) {
    const knew = knewOfIt(told);
    return ground(knew === null ? null : knew === !/\bnot|nobody|never|un(?:known|aware)/i.test(about));
  }
  if (BY_LICENSED.test(about) && BY_ONESELF.test(told)) return ground(false);
  if (APPROVAL.test(about)) return ground(ASKED.test(told) ? true : UNASKED.test(told) ? false : null);
  return ground(warmEnough(about, told) ?? saidToBeSo(about, told));
}

const DEGREES = /(\d{2,3})\s*degrees/i;
const WARMTH =
  /\b(?:heat|heater|thermostat|heating|temperature)\b[^.?!]{0,30}?\b(?:on|at|to|was|set)\s+(?:about\s+)?((?:[a-z]+[\s-]?){1,2}|\d{2,3})/i;

/** "We had the heat on seventy" against "at 55 degrees or more"; null where either names no temperature. */
function warmEnough(about: string, told: string): boolean | null {
  const needed = DEGREES.exec(about)?.[1];
  const said = WARMTH.exec(told)?.[1];
  if (needed === undefined || said === undefined) return null;
  const degrees = /^\d/.test(said) ? Number.parseInt(said, 10) : spokenNumber(said);
  return degrees === null ? null : degrees >= Number(needed);
}

function saidToBeSo(about: string, told: string): boolean | null {
  const wanted = wordsOf(about)
    .filter((word) => !isFunctionWord(word) && !isSymptom(word.stem) && !/^[$\d]/.test(word.text))
    .map((word) => word.stem);
  if (wanted.length === 0) return null;
  for (const sentence of told.split(/[.;!?\n]/)) {
    const present = new Set(wordsOf(sentence).map((word) => word.stem));
    const share = wanted.filter((stem) => present.has(stem)).length / wanted.length;
    if (share >= 0.6) return DENIAL.test(sentence) === DENIAL.test(about);
  }
  return null;
}

/** What a clause demands in sentences of their own: "The heat must have been kept at 55 degrees or more." */
export function duties(reading: Reading): Condition[] {
  return reading.units
    .map((unit) => dutyOf(unit.text))
    .filter((duty) => duty !== null && !duty.ordinary) as Condition[];
}
