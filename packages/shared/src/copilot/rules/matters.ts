import type { AdviceRequest } from "../advice.ts";
import type { Reading } from "./read-clause.ts";
import type { Unit } from "./units.ts";

/** A dealing that contracts rule on in sentences of their own, beside what they cover. */
export interface Matter {
  readonly name: string;
  /** Whether a question asks for it; `told` is what the caller said around it. */
  readonly asked: (text: string, told: string) => boolean;
  /** Whether a sentence rules on it. */
  readonly rules: (unit: Unit, reading: Reading, told: string) => boolean;
  /** Where no clause rules on it, nothing else does: what is covered says nothing of it. */
  readonly alone: boolean;
  /** A sentence that rules on it and refuses nothing grants it, whatever it demands of others. */
  readonly granted?: boolean;
}

const matter = (name: string, asked: RegExp, rules: RegExp, alone = true): Matter => ({
  name,
  asked: (text) => asked.test(text),
  rules: (unit) => rules.test(unit.text),
  alone,
});

const BUYERS =
  "(?:buyers?|new owners?|next owners?|people who (?:buy|bought|are buying)|who(?:m?ever)? buys)";
const OWN_MAN = String.raw`\b(?:own|their own|my own|other|another|different) (?:\w+ )?(?:guy|man|technician|tech|plumber|electrician|contractor|repairman|person|company)\b`;
const MONEY_BACK = String.raw`\breimburs\w+|\b(?:send|pay|give)s? (?:me|us|the customer|them) (?:\w+ ){0,2}back\b|\bget (?:me |us |the |my |their )?(?:money|paid) back (?:for|if)\b`;
const SHORT_STAY =
  /\b(?:by the (?:night|day|week)|nightly|overnight|short[- ]?(?:term|stay)|vacation (?:home|rental|let)s?|air ?bnb|vrbo|stays? of|transient|less than \d+ (?:days|nights)|bed[- ]and[- ]breakfast|home[- ]?sharing)\b/i;
const RENTS = /\b(?:rent(?:s|ed|al|als|ing)?|let|tenants?|landlords?|leased?|guests?|airbnb|vrbo|lodg\w+)\b/i;
const AGAIN =
  /\b(?:under (?:a |the |your )?(?:guarantee|warranty)|(?:repair|work|labou?r|job)\b.{0,25}\b(?:guaranteed?|warrant(?:y|ied))|come back (?:for free|without|at no)|(?:back|again) for free|same (?:thing|problem|failure|issue)\b.{0,25}\bagain)\b/i;
const DAMAGED =
  /\b(?:they|he|your (?:guys?|techs?|technicians?|people|plumbers?|electricians?|man|men)|the (?:technician|tech|guy|guys|plumber|electrician|contractor))\b (?:also |just |even |really |totally ){0,2}(?:scratched|scraped|dented|damaged|ruined|gouged|cracked|chipped|put a (?:big |huge )?hole in)\b/i;
const FACTORY = /\b(?:manufacturer|factory|maker|builder)\w*\b/i;

/** Matters that a yes or no answers. The first that is asked and ruled on decides. */
export const DEALINGS: readonly Matter[] = [
  {
    name: "damage by the technician",
    asked: (_text, told) => DAMAGED.test(told.slice(-250)),
    rules: ({ text }) =>
      /\b(?:contractor|technician|we|our people|vendor)s?\b.{0,30}\bdamag\w+\b|\bdamag\w+\b.{0,30}\b(?:caused |done |made )?by (?:our|the|a|any) (?:\w+ )?(?:contractor|technician|vendor)/i.test(
        text,
      ),
    alone: false,
    granted: true,
  },
  {
    name: "short rental",
    asked: (text) => SHORT_STAY.test(text) && RENTS.test(text),
    rules: (unit) => SHORT_STAY.test(unit.text) && RENTS.test(unit.text),
    alone: true,
  },
  matter(
    "cash",
    /\b(?:cash\b|money instead|check instead|in lieu|(?:take|give|get|have)\b.{0,20}\bmoney\b.{0,30}\b(?:instead|better|own|another)\b)/i,
    /\bcash\b|\bin lieu\b|\binstead of (?:a |the |an )?(?:covered )?(?:replacement|repair)/i,
  ),
  matter(
    "same brand",
    /\b(?:same|matching|identical|match the) (?:brand|make|model|colou?r|kind|finish)\b|\b(?:choose|pick) the (?:brand|make|model|colou?r)\b/i,
    /\b(?:match\w*|same|identical|like|choose|guarantee)\b.{0,60}\b(?:brand|makes?|models?|manufacturer|colou?r)\b|\b(?:brand|model|colou?r)\b.{0,60}\bmatch/i,
  ),
  matter(
    "move",
    /\b(?:take|bring|move|transfer|carry|keep)\b.{0,30}\b(?:with (?:me|us|them|him|her|you)\b|to (?:the|a|my|our|their|another) (?:new|other|next)?\s?(?:house|home|place|address|property)\b)|\bmov(?:e|ing)\b.{0,40}\b(?:contract|plan|coverage|warranty)\b/i,
    /\b(?:mov|transfer|follow|carr|appl|go)\w*\b.{0,40}\b(?:with you|(?:another|an?other|new|different|next|any other|second) (?:home|address|house|residence|property|dwelling|location))\b|\b(?:only|solely)\b.{0,30}\b(?:this|the|that) (?:address|property|home)\b/i,
  ),
  matter(
    "transfer",
    new RegExp(
      String.raw`\b${BUYERS}\b|\btransfer\w*\b|\b(?:sell|sells|selling|sold)\b.{0,30}\b(?:house|home|place|contract|plan)\b`,
      "i",
    ),
    new RegExp(
      String.raw`\b(?:${BUYERS}|purchasers?)\b.{0,50}\b(?:take over|takes over|keep|assum\w+|receiv\w+|continu\w+|transfer\w*)\b|\b(?:contract|agreement|plan|coverage|warranty|it)\b.{0,40}\b(?:transfer\w*|assign(?:ed|able)|assum\w+|passed|passes|taken over)\b`,
      "i",
    ),
  ),
  {
    name: "repair guarantee",
    asked: (text) => AGAIN.test(text) && !FACTORY.test(text),
    rules: ({ text }) =>
      !FACTORY.test(text) &&
      /\b\d+[- ](?:calendar )?(?:days?|months?)\b/i.test(text) &&
      /\b(?:same (?:failure|problem|breakdown|fault|issue|defect)|guarantee\w*|warrant\w*|repeat\w*|recall)\b/i.test(
        text,
      ) &&
      /\b(?:repair\w*|work\w*|labou?r|visit\w*|service|contractor|technician|charge|fee)\b/i.test(text),
    alone: true,
  },
  {
    name: "own contractor",
    asked: (text) =>
      (new RegExp(OWN_MAN, "i").test(text) || new RegExp(MONEY_BACK, "i").test(text)) &&
      !/\bcancel/i.test(text),
    rules: ({ text }) =>
      /\b(?:not|unless|only|without|no|must|never)\b/i.test(text) &&
      /\b(?:contractor|technician|vendor|plumber|repair(?:er|man)|someone|anyone|person|work|repairs?)s?\b.{0,60}\b(?:you (?:hired|hire|chose|choose|called|select\w*|arrange\w*|engage\w*)|your own|approv\w+|authori[sz]\w+|we (?:did not|have not) (?:approve|authori[sz]e|send|sent))\b|\byour own (?:licensed |qualified )?(?:contractor|technician|vendor)\b/i.test(
        text,
      ),
    alone: false,
  },
];

/** The matter that a question asks for, with the sentences that rule on it, from the most special clauses. */
export function ruledOn(
  matters: readonly Matter[],
  { question }: AdviceRequest,
  readings: readonly Reading[],
): { matter: Matter; sentences: { unit: Unit; reading: Reading }[] } | null {
  const told = `${question.situation}. ${question.text}`;
  const asked = matters.filter((one) => one.asked(question.text, told));
  for (const one of asked) {
    const found = readings.flatMap((reading) =>
      reading.units.filter((unit) => one.rules(unit, reading, told)).map((unit) => ({ unit, reading })),
    );
    const amended = new Set(found.map(({ reading }) => reading.hit.amends));
    const sentences = found.filter(({ reading }) => !amended.has(reading.hit.clauseId));
    if (sentences.length > 0) return { matter: one, sentences };
  }
  const [first] = asked;
  return first === undefined ? null : { matter: first, sentences: [] };
}
