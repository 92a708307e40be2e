import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * A telephone number in any written form (`"(512) 555-0142"`, `"tel:+1-512-555-0142"`) as E.164, in which numbers
 * are stored and compared. Without a country code it is taken for one of the United States. Null for what is no
 * number, such as `"anonymous"`. Plausible length is enough: which blocks are assigned changes, a caller does not.
 */
export function toE164(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: "US", extract: true });
  return number?.isPossible() ? number.number : null;
}
