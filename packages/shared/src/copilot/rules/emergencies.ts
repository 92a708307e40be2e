import type { Unit } from "./units.ts";

/** What contracts call an emergency, each with the words of callers and of contracts for it. */
const EMERGENCIES: readonly (readonly [said: RegExp, written: RegExp])[] = [
  [
    /\b(?:no heat|(?:whole |the )?house is (?:\w+ )?cold|in the cold|freezing|(?:boiler|furnace|heat(?:er|ing)?) (?:\w+ ){0,2}(?:is out|died|is dead|quit|stopped|went out|is gone)|cold in here|blowing cold|no heating)\b/i,
    /\bheat(?:ing)?\b/i,
  ],
  [
    /\b(?:(?:can(?:not|['’]?t)|won['’]?t|couldn['’]?t) (?:\w+ ){0,2}(?:stop|shut|turn)\w* (?:it |the water |off)|water (?:is |was )?(?:\w+ )?(?:coming|pouring|gushing|running|spraying|everywhere|flooding)|burst|flooding|flooded)\b/i,
    /\b(?:leaks?|flood\w*|water|plumbing)\b/i,
  ],
  [/\b(?:no (?:running |hot )?water|water is (?:off|out))\b/i, /\b(?:running water|water|plumbing)\b/i],
  [
    /\b(?:(?:hundred(?: and \w+)?|ninety[ -](?:five|six|seven|eight|nine)|9[5-9]|1[0-2]\d) (?:degrees|out|outside|in here)|hundred and \w+)\b/i,
    /\b(?:cooling|air condition\w*|temperature)\b/i,
  ],
  [
    /\b(?:no (?:power|electricity|lights)|(?:whole house|power|electricity) (?:\w+ )?(?:is |went )(?:dark|out|off)|sparks?|sparking)\b/i,
    /\b(?:electric\w*|power)\b/i,
  ],
  [/\b(?:sewage|toilets? (?:\w+ )?(?:back\w*|overflow\w*))\b/i, /\b(?:sewage|sewer|toilets?|plumbing)\b/i],
];

/** Whether a clause on emergencies speaks of what the caller tells. */
export function isEmergency(told: string, clause: string): boolean {
  return EMERGENCIES.some(([said, written]) => said.test(told) && written.test(clause));
}

const TIME =
  /\b\d+[- ](?:business |calendar )?(?:hours?|days?|minutes?)\b|\bsame day\b|\bimmediately\b|\bat once\b/i;

/** A sentence that says how fast somebody comes in an emergency. */
export function promisesHaste(unit: Unit): boolean {
  return TIME.test(unit.text);
}
