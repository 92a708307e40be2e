const CARD = /(?<![\d])\d(?:[ .-]?\d){12,18}(?![\d])/g;
const SOCIAL = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g;
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

/** What stands in a text where a card number stood. */
export const CARD_MASK = "[card number]";
/** What stands in a text where a US social security number stood. */
export const SOCIAL_MASK = "[social security number]";

/**
 * Takes payment card numbers (13 to 19 digits that pass Luhn's check, written in digits or spelled out) and US
 * social security numbers out of a text, before anything stores or shows it. Numbers that are split over two
 * segments cannot be seen here.
 */
export function maskNumbers(text: string): string {
  if (!/\d|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/i.test(text)) return text;
  return text
    .replace(CARD, (found) => (passesLuhn(found.replace(/\D/g, "")) ? CARD_MASK : found))
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
