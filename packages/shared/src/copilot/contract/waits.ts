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
const DAYS = /\b(?:first|initial|after)?\s*(\d{1,3})(?:st|nd|rd|th)?\)?[\s-]+(?:calendar\s+)?days?\b/i;

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

const COUNT =
  "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}|a couple(?: of)?)";
const AGO = `(yesterday|today|last week|this week|${COUNT}\\s+(?:days?|weeks?|months?)\\s+(?:ago|back))`;
const JOINING =
  "(?:paid|signed up|joined|enrolled|started|bought|purchased|got|took out|activated|became a (?:customer|member))";
/** "Signed up three weeks ago": the start as the caller tells it; of a house that was bought it says nothing. */
const JOINED = new RegExp(
  `\\b${JOINING}\\b(?:(?!\\b(?:house|home|place|washer|dryer|fridge|he|she|him|used)\\b)[^.?!]){0,40}?\\b${AGO}`,
  "i",
);
/** "It has been like three weeks since I signed up". */
const SINCE = new RegExp(
  `\\b(${COUNT}\\s+(?:days?|weeks?|months?)) (?:since|after|from when) (?:i|we) (?:just |first )?${JOINING}\\b`,
  "i",
);
const FAILED = new RegExp(
  `\\b(?:broke|quit|stopped|died|failed|started|happened|went out|gave out|burst)\\b[^.?!,]{0,30}?\\b${AGO}`,
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
 * Days between the contract's start and the failure, by the caller's words or else the record's start; a failure of
 * which no day was said is today's. Null when neither says, or when the failure came first.
 */
export function daysSinceStart({ told, contractStart, today }: Known): number | null {
  const ago = daysOf(FAILED.exec(told)?.[1]) ?? 0;
  const said = daysOf(JOINED.exec(told)?.[1] ?? SINCE.exec(told)?.[1]);
  const start =
    said ??
    (contractStart === undefined
      ? null
      : Math.floor((Date.parse(today) - Date.parse(contractStart)) / 86_400_000));
  if (start === null || !Number.isFinite(start) || start - ago < 0) return null;
  return start - ago;
}

/** The days that "two weeks ago" or "yesterday" go back; null for what is too vague. */
export function daysOf(words: string | undefined): number | null {
  const when = words?.toLowerCase();
  if (when === undefined) return null;
  if (when === "yesterday") return 1;
  if (when === "today") return 0;
  if (/ week$/.test(when) && !/^(?:an?|one|\d)/.test(when)) return 7;
  const [, count = "", unit = ""] = /^(.+?)\s+(days?|weeks?|months?)/.exec(when) ?? [];
  return lengthOf(count, unit);
}

function lengthOf(count: string, unit: string): number | null {
  const number = /^an?$/.test(count)
    ? 1
    : count.startsWith("a couple")
      ? 2
      : WORDS.includes(count)
        ? WORDS.indexOf(count)
        : Number(count);
  const each = unit.startsWith("day") ? 1 : unit.startsWith("week") ? 7 : 30;
  return Number.isFinite(number) ? number * each : null;
}

const WITHIN =
  /\bwithin (?:the )?(?:first )?(\d{1,3})[ -]days?\b|\bfor (\d{1,3}) days?\b|\bfirst (\d{1,3}) days?\b/i;

/** The days within which something holds, as a sentence states them; the longest where it states several. */
export function daysStated(text: string): number | null {
  const found = [...text.matchAll(new RegExp(WITHIN, "gi"))].map(([, a, b, c]) => Number(a ?? b ?? c));
  return found.length === 0 ? null : Math.max(...found);
}

const TOLD = new RegExp(
  `\\b(${COUNT}) (days?|weeks?|months?) (?:ago|later|back|now|since)\\b|\\bbeen (?:like |about |maybe )?(${COUNT}) (days?|weeks?|months?)\\b`,
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
  return lengthOf((last[1] ?? last[3] ?? "").toLowerCase(), (last[2] ?? last[4] ?? "").toLowerCase());
}
