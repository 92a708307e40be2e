import { joined } from "../language/words.ts";
import { asksCover, kindOf } from "./kind.ts";
import type { Span, TurnReadings } from "./talk.ts";

/** Words that stand for something that was spoken of. */
export const POINTERS =
  /\b(?:it|its|that|thats|this|those|these|them|they|one|ones|mine|ours|hers|his|either|both|neither|all|two|em)\b/;
const PERSON =
  /\b(?:person|people|guy|guys|man|men|tech|techs|technician|technicians|contractor|contractors|plumber|electrician|somebody|someone|anybody|crew|company|you)\b/;
/** Put to the company about its business, whatever it is: "do you have anybody that speaks Spanish". */
const TO_COMPANY =
  /\b(?:(?:do|does|did|are|is|can|could|will|would|have) (?:you|you all|yall|your|they|he|she|the (?:company|tech\w*|guy|contractor|person))\b|is there (?:a|an|any)\b)/;
const BUSINESS =
  /\b(?:contractors?|tech\w*|plumbers?|electricians?|guys?|person|people|somebody|anybody|someone|anyone|plans?|polic(?:y|ies)|contracts?|accounts?|discounts?|bonus|referrals?|payments?|pay|speaks?|languages?|checked|check|licensed|insured|certified|vetted|reviews?|ratings?|app|website|online|portal|paperless|email|text|hours|appointments?|warrant(?:y|ies)|service|company|coverage|visits?|call|inspect\w*|upgrade|members?|loyalty|gift|survey|brands?|parts)\b/;
const KIDDING = /\b(?:kidding|joking|joke|haha|lol)\b/;

/** Whether the words ask the company about its business, though they name nothing that is known. */
export function isToCompany(words: string): boolean {
  const company = TO_COMPANY.exec(words);
  return (
    company !== null && BUSINESS.test(words.slice(company.index + company[0].length)) && !KIDDING.test(words)
  );
}

/** Whether the words point to something that was spoken of, or ask for cover without naming anything. */
export function isPointing(words: string, { core }: Span, { heard, things }: TurnReadings): boolean {
  if (asksCover(words)) return true;
  if (things.some(({ sort, from }) => sort === "vague" && from >= core)) return true;
  if (!POINTERS.test(words.replace(/\b(?:anybody|somebody|someone|anyone|people|a guy) that\b/g, "")))
    return kindOf(words) !== "coverage";
  // "And the person you send, are they background checked?"
  const before = joined(heard.words.slice(Math.max(0, core - 6), core));
  const isPersonal = /\b(?:they|he|she)\b/.test(words) && !/\b(?:it|that|this|those|these|one)\b/.test(words);
  return !(isPersonal && PERSON.test(before));
}
