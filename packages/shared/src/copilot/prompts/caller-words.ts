import type { Customer } from "../../domain/customer.ts";
import type { AdviceRequest, SpokenLine } from "../advice.ts";
import { maskNumbers } from "../mask-numbers.ts";

const LINES = 20;
const LINE_CHARACTERS = 600;

/** Seven digits or more, however they are parted: phone, account and contract numbers. Money and dates are shorter. */
const LONG_NUMBER = /(?<![\d$.])\+?\(?\d(?:[\s().-]{0,2}\d){6,}(?!\d)/g;
const EMAIL = /[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[a-z]{2,24}\b/gi;

/** The caller's words as a model may read them: without numbers, addresses and the name that it has no use for. */
export function callerWords(text: string, customer: Customer | null): string {
  const masked = maskNumbers(text).replace(EMAIL, "(e-mail address)").replace(LONG_NUMBER, longNumber);
  return withoutName(masked, customer);
}

/** The last lines of the call, oldest first; long ones are cut. */
export function callerLines({ transcript = [], customer }: AdviceRequest): SpokenLine[] {
  return transcript.slice(-LINES).map(({ speaker, text }) => {
    const words = callerWords(text, customer);
    return { speaker, text: words.length > LINE_CHARACTERS ? `${words.slice(0, LINE_CHARACTERS)}…` : words };
  });
}

/** A day such as 2026-03-14 stays: answers turn on it. */
function longNumber(found: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(found.trim()) ? found : "(number)";
}

/** The full name only: a first name alone may be a word of another meaning, as Will, May or Grace. */
function withoutName(text: string, customer: Customer | null): string {
  const parts = customer?.name.trim().split(/\s+/) ?? [];
  if (parts.length < 2) return text;
  const name = parts.map((part) => RegExp.escape(part)).join(String.raw`\s+`);
  return text.replace(new RegExp(String.raw`(?<!\p{L})${name}(?!\p{L})`, "giu"), "(the customer)");
}
