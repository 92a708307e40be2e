import type { PolicyClause } from "../../../domain/clause.ts";
import { DEALING_CLAUSES } from "./dealings.fixture.ts";

/*
 * A small library of an imaginary company, worded unlike the project's own samples: "This plan excludes",
 * "Covered items:", "Benefit maximum:". It keeps the rules from being written for one company's manner.
 */

type Row = readonly [
  clauseId: string,
  section: string,
  kind: PolicyClause["kind"],
  text: string,
  amends?: string,
];

const GUIDE: readonly Row[] = [
  [
    "g-purpose",
    "Part A › What this plan does",
    "coverage",
    "This plan pays to repair or replace the covered items described in Part B when they break down through normal wear and tear while the plan is in force.",
  ],
  [
    "g-charge",
    "Part A › Visit charge",
    "fee",
    "A visit charge of $95 is due each time a technician comes out. The charge is collected when the visit is booked. It is not refunded if nobody is at home.",
  ],
  [
    "g-response",
    "Part A › How fast we come",
    "procedure",
    "A technician will contact you within 24 hours on business days and within 48 hours on weekends and holidays. Breakdowns that leave a home without heat in winter are treated as emergencies and visited the same day.",
  ],
  [
    "g-request",
    "Part A › Asking for a visit",
    "procedure",
    "To ask for a visit:\n1. Call the helpline at any hour or sign in to your account.\n2. Describe what has failed and when it began.\n3. Pay the visit charge and choose a time.",
  ],
  [
    "g-own-tech",
    "Part A › Asking for a visit",
    "condition",
    "Work by a technician whom you hired yourself is paid only if we approved it in writing before it began.",
  ],
  [
    "g-wait",
    "Part A › When protection begins",
    "condition",
    "Protection begins on the 31st day after enrollment. Failures during the first 30 days are not eligible for benefits.",
  ],
  [
    "g-excl",
    "Part C › General exclusions",
    "exclusion",
    "This plan excludes breakdowns caused by:\n(a) rust, corrosion or mineral build-up;\n(b) insects, rodents and other pests;\n(c) faulty installation or alteration;\n(d) use of the home for a business;\n(e) misuse, neglect or missing maintenance;\n(f) fire, flood, lightning, hail and power surges.",
  ],
  [
    "g-preexisting",
    "Part C › General exclusions",
    "exclusion",
    "Defects that were present before the plan's first day are excluded, whether or not you knew of them.",
  ],
  [
    "g-damage",
    "Part C › General exclusions",
    "exclusion",
    "This plan never pays for secondary damage, such as spoiled food, stained ceilings, ruined flooring or hotel stays.",
  ],
  [
    "g-yearly",
    "Part C › Yearly total",
    "limit",
    "Benefit maximum for all claims together: $15,000 in any contract year.",
  ],
  [
    "g-cancel",
    "Part D › Ending the plan",
    "procedure",
    "You may end the plan at any time by letter or in your account. Within the first 14 days every payment is returned; afterwards a $50 handling fee is kept and the unused part is returned.",
  ],
  [
    "g-transfer",
    "Part D › Selling the home",
    "procedure",
    "If you sell the home, the plan may be passed to the buyer once, without charge, by telling us within 60 days of the closing.",
  ],
  [
    "b-furnace",
    "Part B › Furnace and heat pump",
    "coverage",
    "Covered items: blower motor, heat exchanger, igniter, gas valve, control board and thermostat of one forced-air furnace or heat pump.",
  ],
  [
    "b-furnace-x",
    "Part B › Furnace and heat pump",
    "exclusion",
    "This plan excludes flues, vents, fuel tanks, humidifiers and portable heaters.",
  ],
  [
    "b-furnace-max",
    "Part B › Furnace and heat pump",
    "limit",
    "Benefit maximum: $1,500 in any contract year.",
  ],
  [
    "b-cool",
    "Part B › Central cooling",
    "coverage",
    "Central air conditioners and all of their mechanical parts are covered, including the compressor, condenser fan and evaporator coil.",
  ],
  [
    "b-cool-x",
    "Part B › Central cooling",
    "exclusion",
    "Window units, line sets and the cost of reclaiming refrigerant are not part of this benefit.",
  ],
  [
    "b-heater",
    "Part B › Water heater",
    "coverage",
    "Covered items: one tank or tankless water heater that runs on gas or electricity, with its elements, thermostat and tank.",
  ],
  ["b-heater-x", "Part B › Water heater", "exclusion", "Solar water heaters and holding tanks are excluded."],
  [
    "b-heater-max",
    "Part B › Water heater",
    "limit",
    "We pay at most $1,200 for each water heater breakdown.",
  ],
  [
    "b-fridge",
    "Part B › Refrigerator",
    "coverage",
    "One kitchen refrigerator is covered for every mechanical and electrical part.",
  ],
  [
    "b-fridge-x",
    "Part B › Refrigerator",
    "exclusion",
    "Shelves and door handles are excluded. Ice makers and water dispensers are excluded unless the Kitchen Extra has been bought.",
  ],
  ["b-washer", "Part B › Laundry", "coverage", "One clothes washer and one clothes dryer are covered."],
  [
    "b-washer-x",
    "Part B › Laundry",
    "exclusion",
    "This plan excludes dryer vents, lint screens, knobs and damage to clothing.",
  ],
  [
    "b-cook",
    "Part B › Cooking appliances",
    "coverage",
    "The cooking appliances covered are: range, cooktop, wall oven, and built-in microwave.",
  ],
  [
    "b-leak",
    "Part B › Plumbing",
    "coverage",
    "Leaks and breaks in water, gas and drain lines inside the outer walls of the home are covered.",
  ],
  [
    "b-leak-x",
    "Part B › Plumbing",
    "exclusion",
    "Faucets, shower heads, sprinklers and any pipe under a concrete slab are excluded.",
  ],
  [
    "b-drain",
    "Part B › Plumbing",
    "coverage",
    "Stopped drains are cleared with a cable up to 100 feet from the access point. Stoppages caused by tree roots are excluded.",
  ],
  [
    "b-garage",
    "Part B › Garage door opener",
    "coverage",
    "The motor, receiver and safety sensors of a garage door opener are covered provided that the opener was installed by a licensed contractor.",
  ],
  [
    "b-garage-x",
    "Part B › Garage door opener",
    "exclusion",
    "Garage doors, springs and remotes are excluded.",
  ],
  ["b-fan", "Part B › Ceiling fans", "coverage", "Ceiling fans and their wall switches are covered."],
  ["b-disposal", "Part B › Garbage disposal", "coverage", "Garbage disposals are covered."],
  [
    "b-dish",
    "Part B › Dishwasher",
    "coverage",
    "One built-in dishwasher is covered: pump, motor, heating element, timer and door seal.",
  ],
  [
    "o-pool",
    "Part E › Extras › Pool Extra",
    "coverage",
    "Available for an additional fee: the pump, filter and heater of one swimming pool or spa are covered.",
  ],
  ["o-pool-max", "Part E › Extras › Pool Extra", "limit", "Benefit maximum for the Pool Extra: $1,000."],
  [
    "o-well",
    "Part E › Extras › Well Extra",
    "coverage",
    "Where the Well Extra was bought, one well pump that serves the home is covered.",
  ],
];

const OREGON: readonly Row[] = [
  [
    "or-wait",
    "Oregon",
    "condition",
    "In Oregon, protection begins on the first day and there is no 30-day wait.",
    "g-wait",
  ],
  ["or-charge", "Oregon", "fee", "In Oregon the visit charge is $75.", "g-charge"],
  [
    "or-pre",
    "Oregon",
    "coverage",
    "In Oregon, defects that were present before the plan's first day are covered if a visual check could not have found them.",
    "g-preexisting",
  ],
];

const GOLD: readonly Row[] = [
  [
    "gold-furnace",
    "Gold schedule",
    "limit",
    "Under Gold the benefit maximum for a furnace or heat pump is $3,000.",
    "b-furnace-max",
  ],
  [
    "gold-kitchen",
    "Gold schedule",
    "coverage",
    "Gold includes the Kitchen Extra: ice makers and water dispensers are covered.",
  ],
];

const BRONZE: readonly Row[] = [
  [
    "bronze-out",
    "Bronze schedule",
    "exclusion",
    "Bronze does not include central cooling or garage door openers.",
  ],
];

type Head = Omit<PolicyClause, "clauseId" | "section" | "kind" | "text" | "amends">;
const head = (documentId: string, title: string, more: Partial<Head> = {}): Head => ({
  documentId,
  title,
  version: "1",
  plans: null,
  states: null,
  contractTypes: null,
  ...more,
});

function clausesOf(rows: readonly Row[], document: Head): PolicyClause[] {
  return rows.map(([clauseId, section, kind, text, amends]) => ({
    ...document,
    clauseId,
    section,
    kind,
    text,
    ...(amends === undefined ? {} : { amends }),
  }));
}

export const SECOND_LIBRARY: readonly PolicyClause[] = [
  ...clausesOf([...GUIDE, ...DEALING_CLAUSES], head("guide", "Hearthside plan guide")),
  ...clausesOf(OREGON, head("oregon", "Oregon notice", { states: ["OR"] })),
  ...clausesOf(GOLD, head("gold", "Gold schedule", { plans: ["Gold"] })),
  ...clausesOf(BRONZE, head("bronze", "Bronze schedule", { plans: ["Bronze"] })),
];
