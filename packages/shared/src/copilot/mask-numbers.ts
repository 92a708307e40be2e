const CARD = /(?<![\d])\d(?:[ .-]?\d){12,18}(?![\d])/g;
const SOCIAL = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- .–—])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g;
const SOCIAL_NAMED =
  /((?:social(?: security)?(?: number)?|ssn)(?: is| was|:|,)*(?: it's| its| um| uh)* )((?:\d[ .-]?){8}\d)(?!\d)/gi;
const DIGIT_WORDS = new Map(
  ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].map((word, digit) => [
    word,
    String(digit),
  ]),
).set("oh", "0");
const SPELLED =
  /\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?:[ ,-]+(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){8,18}\b/gi;

const DIGIT = "(?:\\p{Nd}|\\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\\b)";
const TOKENS = new RegExp(DIGIT, "giu");
/** Fifteen digits or more, in digits or words, however they are parted. */
const DIGIT_RUN = new RegExp(`${DIGIT}(?:[\\s.,_/–—-]{0,3}${DIGIT}){14,}`, "giu");

/** What stands in a text where a card number stood. */
export const CARD_MASK = "[card number]";
/** What stands in a text where a US social security number stood. */
export const SOCIAL_MASK = "[social security number]";

/**
 * Takes payment card numbers (13 to 19 digits that pass Luhn's check, written in digits or spelled out; also with
 * other digits right before or after them) and US social security numbers out of a text, before anything stores or
 * shows it. Numbers that are split over two segments cannot be seen here.
 */
export function maskNumbers(text: string): string {
  if (!/\p{Nd}|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/iu.test(text)) return text;
  return text
    .replace(CARD, (found) => (passesLuhn(found.replace(/\D/g, "")) ? CARD_MASK : found))
    .replace(DIGIT_RUN, maskCardsWithin)
    .replace(SOCIAL, SOCIAL_MASK)
    .replace(SOCIAL_NAMED, (_found, words: string) => `${words}${SOCIAL_MASK}`)
    .replace(SPELLED, maskSpelled);
}

function maskSpelled(found: string, at: number, whole: string): string {
  const digits = found
    .split(/[ ,-]+/)
    .map((word) => DIGIT_WORDS.get(word.toLowerCase()) ?? "")
    .join("");
  if (digits.length >= 13 && passesLuhn(digits)) return CARD_MASK;
  const named = /\b(?:social|ssn)\b[^.?!]{0,40}$/i.test(whole.slice(0, at));
  return digits.length === 9 && named ? SOCIAL_MASK : found;
}

/** A digit of a run, and where it stands. `group` is the same for digits that nothing parts. */
interface RunDigit {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly group: number;
}

/** Card numbers among other digits, as when the expiry date follows at once. */
function maskCardsWithin(run: string): string {
  const digits = digitsOf(run);
  let masked = "";
  let copied = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const length = cardLengthAt(digits, at);
    const [first, last] = [digits[at], digits[at + length - 1]];
    if (length === 0 || !first || !last) continue;
    masked += run.slice(copied, first.start) + CARD_MASK;
    copied = last.end;
    at += length - 1;
  }
  return masked + run.slice(copied);
}

function digitsOf(run: string): readonly RunDigit[] {
  const digits: RunDigit[] = [];
  for (const { 0: token, index } of run.matchAll(TOKENS)) {
    const before = digits.at(-1);
    const spoken = DIGIT_WORDS.get(token.toLowerCase());
    const joined = spoken === undefined && before?.end === index;
    const group = (before?.group ?? 0) + (joined ? 0 : 1);
    const value = spoken ?? decimal(token);
    digits.push({ value, start: index, end: index + token.length, group });
  }
  return digits;
}

/** How many digits the card number has that begins here and ends where its group of digits does; 0 for none. */
function cardLengthAt(digits: readonly RunDigit[], at: number): number {
  if (at > 0 && digits[at - 1]?.group === digits[at]?.group) return 0;
  const rest = digits.slice(at, at + 16);
  const number = rest.map(({ value }) => value).join("");
  const length = /^3[47]/.test(number) ? 15 : /^(?:2[2-7]|[456])/.test(number) ? 16 : 0;
  if (length === 0 || number.length < length || !passesLuhn(number.slice(0, length))) return 0;
  const last = rest[length - 1]?.group;
  const isWhole = digits[at + length]?.group !== last || last === rest[0]?.group;
  return isWhole ? length : 0;
}

/** The value of a decimal digit in any script: they stand in tens, in order. */
function decimal(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Luhn's check (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
