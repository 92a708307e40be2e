import { isEmergency, promisesHaste } from "./emergencies.ts";
import type { Matter } from "./matters.ts";

const ARRIVAL =
  /\b(?:how (?:soon|fast|quick\w*|long)|when (?:can|will|could|would|does)|today|tonight)\b.*\b(?:come|comes|out|here|shows?|arrive\w*|get (?:a |some|him|them)|send|somebody|someone|technician|guy|wait)\b/i;
const ENDING = /\b(?:cancel\w*|refund\w*|end the (?:plan|contract)|get back|money back|terminat\w*)\b/i;
const OTHER_PRICE =
  /\b(?:transfer|switch|buyers?|a month|per month|monthly|premium|renew\w*|add(?:-on|ing)?\b|extra|weekend|saturday|sunday|overtime|after hours|limit|most|max\w*|reimburs\w*|second opinion)/i;
const VISIT_FEE =
  /\b(?:service|visit|call|trade|dispatch|trip|technician|diagnos\w+)[\w\s]{0,14}(?:fees?|charges?)\b|\b(?:fees?|charges?) (?:for|of) (?:each|a|every|the) (?:service|visit|call|claim)|\bdeductible\b|\bco-?pay/i;
const DOLLARS = /\$\s?\d/;
const NO_SHOW =
  /\b(?:never (?:showed|came|called)|no[- ]show|(?:did not|didn['’]t|doesn['’]t) (?:even )?(?:show|come)|nobody (?:came|showed)|missed (?:the|my|our|his) (?:window|appointment|visit)|stood (?:me|us) up)\b/i;

const MISSES =
  /\b(?:contractor|technician|we|professional|provider|plumber)s?\b.{0,12}\b(?:miss(?:es|ed)?|fails?|is late|are late|do(?:es)? not)\b.{0,40}\b(?:windows?|appointments?|visits?|shows?|arrives?|appear|keep)\b/i;
/** Matters of amount, time and procedure, each with the sentences that alone answer it. The first that fits is taken. */
export const FACTS: readonly Matter[] = [
  {
    name: "emergency",
    asked: (text) => ARRIVAL.test(text),
    rules: (unit, reading, told) =>
      promisesHaste(unit) &&
      /\bemergenc/i.test(`${reading.hit.section} ${unit.text}`) &&
      reading.hit.kind !== "fee" &&
      isEmergency(told, reading.hit.text),
    alone: false,
  },
  {
    name: "fee of a missed visit",
    asked: (text, told) =>
      NO_SHOW.test(told) &&
      /\b(?:still|have to|has to|gotta|owe|must)\b.*\b(?:pay|fee|charge|owe)/i.test(text),
    rules: ({ text }) =>
      MISSES.test(text) &&
      /\b(?:waive\w*|no (?:\w+ )?(?:fee|charge)|not (?:owe|pay|charge)|free|credit)\b/i.test(text),
    alone: false,
  },
  {
    name: "missed visit",
    asked: (text, told) =>
      NO_SHOW.test(told) && /\b(?:fee|charge|get|owe|pay|compensat\w*|credit|visit)\b/i.test(text),
    rules: ({ text }) => MISSES.test(text),
    alone: false,
  },
  {
    name: "overtime",
    asked: (text, told) =>
      /\b(?:cost|charge|fee|pay|extra|much)\b/i.test(text) &&
      /\b(?:weekends?|saturday|sunday|after hours|overtime|at night|tonight|(?:saturday|sunday|friday) night|holiday|evening)\b/i.test(
        told.slice(-160),
      ) &&
      /\b(?:extra|more|overtime|additional|saturday|sunday|weekend|after hours)\b/i.test(text),
    rules: ({ text }) =>
      /\b(?:overtime|after[- ]hours|outside (?:of )?(?:the )?(?:normal|regular|business|usual) hours|weekends?)\b/i.test(
        text,
      ) && /\b(?:pay|charge|fee|cost)/i.test(text),
    alone: false,
  },
  {
    name: "visit fee",
    asked: (text) =>
      /\b(?:fee|charge[ds]?|deductible|owe|pay|cost)\b/i.test(text) &&
      /\b(?:fee|charge|deductible|visit|come|comes|shows?|technician|guy|man|somebody|someone|out)\b/i.test(
        text,
      ) &&
      !/\b(?:most|two|twice|again|second|another|each time|both)\b/i.test(text) &&
      !ENDING.test(text) &&
      !OTHER_PRICE.test(text),
    rules: ({ text }) => VISIT_FEE.test(text) && DOLLARS.test(text) && !ENDING.test(text),
    alone: false,
  },
  {
    name: "one fee",
    asked: (text) =>
      /\b(?:fee|pay|charge[ds]?)\b.*\b(?:two times|twice|both|again|each time|second|another|for each)\b|\b(?:one|two) (?:\w+ )?fees?\b/i.test(
        text,
      ),
    rules: ({ text }) =>
      VISIT_FEE.test(text) &&
      /\b(?:one|single|same|each|further|additional|more than one|only once|without a new|second)\b/i.test(
        text,
      ) &&
      !DOLLARS.test(text),
    alone: false,
  },
  {
    name: "ending",
    asked: (text) => ENDING.test(text),
    rules: (unit, reading) =>
      /\b(?:cancel\w*|ending|terminat\w*|refunds?)\b/i.test(`${reading.hit.section} ${reading.hit.text}`) &&
      /\b(?:refund\w*|unused|return\w*|pro-?rat\w*|get back|fee|paid back|money)\b/i.test(unit.text) &&
      reading.hit.kind !== "fee" &&
      !VISIT_FEE.test(unit.text),
    alone: false,
  },
  {
    name: "price of a transfer",
    asked: (text) =>
      /\b(?:transfer|switch|sign|hand|pass|put)\w*\b.*\b(?:over|buyers?|name|contract|plan)\b/i.test(text) &&
      /\b(?:cost|fee|charge|price|pay|much|free)\b/i.test(text),
    rules: ({ text }) =>
      /\b(?:transfer\w*|buyers?|new owner|assign\w*)\b/i.test(text) &&
      /\$\s?\d|\b(?:free|no (?:cost|fee|charge)|without (?:a |any )?(?:charge|fee|cost))\b/i.test(text),
    alone: false,
  },
];
