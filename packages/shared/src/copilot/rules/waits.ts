import type { Unit } from "./units.ts";

/** How long after the start nothing is paid yet. */
export interface Wait {
  readonly unit: Unit;
  /** Whole days; 0 where the contract says that there is no waiting. */
  readonly days: number;
  /** As the contract writes it. */
  readonly text: string;
}

const SPEAKS_OF_START =
  /\b(?:begins?|starts?|waiting|wait|effective|enroll\w*|becomes? active|in force|first \d+ days|initial)\b/i;
const SPEAKS_OF_COVER =
  /\b(?:coverage|protection|cover(?:ed|s)?|benefits?|eligible|contract|plan|agreement|claims?|service)\b/i;
const NONE =
  /\b(?:no (?:\d+-day )?wait(?:ing)?(?: period)?|waiting period (?:does not apply|is waived|shall not apply)|(?:begins?|starts?) (?:immediately|on the first day|at (?:closing|once)|on the (?:day|date) of (?:closing|enrollment|purchase)))\b/i;
const DAYS = /\b(?:first|initial|after)?\s*(\d{1,3})(?:st|nd|rd|th)?[\s-]+(?:calendar\s+)?days?\b/i;

/** The waiting periods that a sentence states. */
export function waitsOf(unit: Unit): Wait[] {
  if (!SPEAKS_OF_START.test(unit.text) || !SPEAKS_OF_COVER.test(unit.text)) return [];
  const none = NONE.exec(unit.text);
  if (none !== null) return [{ unit, days: 0, text: none[0] }];
  const stated = DAYS.exec(unit.text);
  if (stated === null || !/\b(?:begins?|starts?|wait\w*|first|initial|eligible|active)\b/i.test(unit.text))
    return [];
  const ordinal = /\d(?:st|nd|rd|th)/.test(stated[0]);
  const days = Number(stated[1]) - (ordinal ? 1 : 0);
  return [{ unit, days, text: stated[0].trim() }];
}

const JOINED =
  /\b(?:signed up|joined|enrolled|started|bought|purchased|got|took out|activated)\b(?:(?!\b(?:house|home|washer|dryer|fridge)\b)[^.?!]){0,40}?\b(yesterday|today|last week|this week|(?:a|an|one|two|three|four|five|six|\d{1,2})\s+(?:days?|weeks?|months?)\s+ago|last month)\b/i;
const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

/**
 * Days since the contract began, from the record's start or else the caller's words; null when neither says. The day
 * on which versions are compared is often the start itself and then says nothing of today.
 */
export function daysSinceStart(told: string, contractStart: string | undefined, at: string): number | null {
  if (contractStart !== undefined && contractStart !== at) {
    const days = Math.floor((Date.parse(at) - Date.parse(contractStart)) / 86_400_000);
    if (Number.isFinite(days)) return days;
  }
  const when = JOINED.exec(told)?.[1]?.toLowerCase();
  if (when === undefined) return null;
  if (when === "yesterday") return 1;
  if (when === "today") return 0;
  if (when === "last month") return null;
  if (when.endsWith("week")) return 7;
  const [count = "", unit = ""] = when.split(/\s+/);
  const each = unit.startsWith("day") ? 1 : unit.startsWith("week") ? 7 : 30;
  return (SMALL[count] ?? Number(count)) * each;
}
