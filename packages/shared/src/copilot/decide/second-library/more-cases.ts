import { type Case, ITEM_CASES } from "./cases.ts";
import { DEALING_CASES } from "./dealings-cases.ts";

const OTHER_CASES: readonly Case[] = [
  // Waiting.
  {
    ask: "Is my disposal covered?",
    told: "I signed up last week",
    decision: "No",
    cites: ["g-wait"],
    says: ["30"],
  },
  {
    ask: "Is my garbage disposal covered?",
    told: "I signed up last week",
    state: "OR",
    decision: "Yes",
    cites: ["b-disposal"],
  },
  { ask: "Is my garbage disposal covered?", started: "2026-11-10", decision: "No", cites: ["g-wait"] },
  { ask: "Is my garbage disposal covered?", started: "2026-01-10", decision: "Yes", cites: ["b-disposal"] },
  // Options and conditions.
  {
    ask: "Is my pool heater covered?",
    told: "the pool heater stopped",
    decision: "Partial",
    cites: ["o-pool"],
    says: ["Pool Extra"],
  },
  { ask: "Is my well pump covered?", decision: "Partial", cites: ["o-well"], says: ["Well Extra"] },
  {
    ask: "Is my well pump covered?",
    told: "I never bought the well extra",
    decision: "No",
    cites: ["o-well"],
  },
  {
    ask: "Is the ice maker in my refrigerator covered?",
    decision: "Partial",
    cites: ["b-fridge-x"],
    says: ["Kitchen Extra"],
  },
  {
    ask: "Is the garage door opener's motor covered?",
    decision: "Partial",
    cites: ["b-garage"],
    says: ["licensed"],
  },
  {
    ask: "Is the garage door opener covered?",
    told: "I put the opener in myself",
    decision: "No",
    cites: ["b-garage"],
  },
  // Nothing to go by.
  { ask: "Is my EV charger covered?", told: "the wall charger for the electric car", decision: "Unknown" },
  { ask: "What did the man tell me on Tuesday?", kind: "other", decision: "Unknown" },
  { ask: "Is the solar panel inverter covered?", decision: "Unknown" },
  {
    ask: "Is my warming drawer covered?",
    told: "the warming drawer under the oven",
    decision: "No",
    cites: ["b-cook"],
  },
  { ask: "Is my piano covered?", decision: "Unknown" },
  // Partly matching clauses must not decide.
  { ask: "Is my dishwasher's door seal covered?", decision: "Yes", cites: ["b-dish"] },
  {
    ask: "Is my clothes washer covered?",
    told: "the washer won't spin, it's the transmission",
    decision: "Yes",
    cites: ["b-washer"],
  },
  {
    ask: "Is my refrigerator covered?",
    told: "the fridge compressor is gone",
    decision: "Yes",
    cites: ["b-fridge"],
  },
  {
    ask: "Is the water heater's thermostat covered?",
    told: "quoted 150 dollars",
    decision: "Yes",
    cites: ["b-heater"],
  },
  // No question of coverage.
  {
    ask: "How much is the visit charge?",
    kind: "amount",
    decision: null,
    cites: ["g-charge"],
    says: ["$95"],
  },
  {
    ask: "How much do I pay when someone comes out?",
    kind: "amount",
    state: "OR",
    decision: null,
    cites: ["or-charge"],
    says: ["$75"],
  },
  {
    ask: "How soon will a technician come?",
    kind: "time",
    decision: null,
    cites: ["g-response"],
    says: ["24 hours"],
  },
  {
    ask: "When does my protection begin?",
    kind: "time",
    decision: null,
    cites: ["g-wait"],
    says: ["31st day"],
  },
  { ask: "How do I ask for a visit?", kind: "procedure", decision: null, cites: ["g-request"] },
  { ask: "How can I cancel the plan?", kind: "procedure", decision: null, cites: ["g-cancel"] },
  {
    ask: "Can I transfer the plan to the buyer if I sell the house?",
    kind: "procedure",
    decision: null,
    cites: ["g-transfer"],
    says: ["60 days"],
  },
  {
    ask: "What is the most you pay for a furnace?",
    kind: "amount",
    decision: null,
    cites: ["b-furnace-max"],
    says: ["$1,500"],
  },
  {
    ask: "What is the maximum for a furnace?",
    kind: "amount",
    plan: "Gold",
    decision: null,
    cites: ["gold-furnace"],
    says: ["$3,000"],
  },
  {
    ask: "What is the yearly maximum for all claims?",
    kind: "amount",
    decision: null,
    cites: ["g-yearly"],
    says: ["$15,000"],
  },
];

/** Every case over the second library. */
export const CASES: readonly Case[] = [...ITEM_CASES, ...OTHER_CASES, ...DEALING_CASES];
