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
  /\b(?:without (?:a |any )?(?:\d+-day )?wait(?:ing)?(?: period)?|no (?:\d+-day )?wait(?:ing)?(?: period)?|waiting period (?:does not apply|is waived|shall not apply)|(?:begins?|starts?) (?:immediately|on the first day|at (?:closing|once)|on the (?:day|date) of (?:closing|enrollment|purchase)))\b/i;
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
  /\b(?:paid|signed up|joined|enrolled|started|bought|purchased|got|took out|activated)\b(?:(?!\b(?:house|home|washer|dryer|fridge)\b)[^.?!]){0,40}?\b(yesterday|today|last week|this week|(?:a|an|one|two|three|four|five|six|\d{1,2})\s+(?:days?|weeks?|months?)\s+ago|last month)\b/i;
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

const AGO = String.raw`(yesterday|last week|(?:an?|one|two|three|four|five|six|\d{1,2})\s+(?:days?|weeks?|months?)\s+ago)`;
const FAILED = new RegExp(
  String.raw`\b(?:broke|quit|stopped|died|failed|started|happened|went out|gave out|burst)\b[^.?!,]{0,30}?\b${AGO}`,
  "i",
);

/** What is known of the time since the contract began. */
export interface Known {
  /** What the caller says. */
  readonly told: string;
  /** The record's start, ISO 8601 date. */
  readonly contractStart: string | undefined;
  readonly today: string;
}

/**
 * Days between the contract's start and the failure, from the record's start or else the caller's words; a failure of
 * which no day was said is today's. Null when neither says, or when the failure came first.
 */
export function daysSinceStart({ told, contractStart, today }: Known): number | null {
  const ago = daysOf(FAILED.exec(told)?.[1]) ?? 0;
  const start =
    contractStart === undefined
      ? daysOf(JOINED.exec(told)?.[1])
      : Math.floor((Date.parse(today) - Date.parse(contractStart)) / 86_400_000);
  if (start === null || !Number.isFinite(start) || start - ago < 0) return null;
  return start - ago;
}

/** The days that "two weeks ago" or "yesterday" go back; null for what is too vague. */
export function daysOf(words: string | undefined): number | null {
  const when = words?.toLowerCase();
  if (when === undefined || when === "last month") return null;
  if (when === "yesterday") return 1;
  if (when === "today") return 0;
  if (when.endsWith("week")) return 7;
  const [count = "", unit = ""] = when.split(/\s+/);
  const each = unit.startsWith("day") ? 1 : unit.startsWith("week") ? 7 : 30;
  const days = (SMALL[count] ?? Number(count)) * each;
  return Number.isFinite(days) ? days : null;
}

const WITHIN =
  /\bwithin (?:the )?(?:first )?(\d{1,3})[ -]days?\b|\bfor (\d{1,3}) days?\b|\bfirst (\d{1,3}) days?\b/i;

/** The days within which something holds, as a sentence states them; the longest where it states several. */
export function daysStated(text: string): number | null {
  const found = [...text.matchAll(new RegExp(WITHIN, "gi"))].map(([, a, b, c]) => Number(a ?? b ?? c));
  return found.length === 0 ? null : Math.max(...found);
}

const NUMBER = "an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}";
const TOLD = new RegExp(
  `\\b(${NUMBER}) (days?|weeks?|months?) (?:ago|later|back|now|since)\\b|\\bbeen (?:like |about |maybe )?(${NUMBER}) (days?|weeks?|months?)\\b`,
  "gi",
);
const WORDS = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** The days that a caller says have passed: "seven weeks ago", "it has been two months". */
export function daysTold(told: string): number | null {
  const last = [...told.matchAll(TOLD)].at(-1);
  if (!last) return null;
  const count = (last[1] ?? last[3] ?? "").toLowerCase();
  const unit = (last[2] ?? last[4] ?? "").toLowerCase();
  const number = /^an?$/.test(count) ? 1 : WORDS.includes(count) ? WORDS.indexOf(count) : Number(count);
  return number * (unit.startsWith("day") ? 1 : unit.startsWith("week") ? 7 : 30);
}
