import type { Case } from "./cases.ts";

/** Questions of dealings, of time and of damage over the second library. */
export const DEALING_CASES: readonly Case[] = [
  {
    ask: "Can the customer take the cash instead?",
    told: "if you replace it",
    decision: "Partial",
    cites: ["g-cash"],
  },
  {
    ask: "Would the new one be the same brand?",
    told: "the washer and dryer match",
    decision: "No",
    cites: ["g-alike"],
  },
  { ask: "Can the customer take the plan with them to the new house?", decision: "No", cites: ["g-move"] },
  {
    ask: "Can the people who buy it keep the plan?",
    told: "we are selling the house",
    decision: "Yes",
    cites: ["g-transfer"],
  },
  {
    ask: "Is it covered if the son rents it out by the night?",
    decision: "No",
    cites: ["g-lets"],
  },
  {
    ask: "Is the repair still under warranty?",
    told: "your man put in a new igniter six weeks ago",
    decision: "Yes",
    cites: ["g-again"],
  },
  {
    ask: "Is the repair still under warranty?",
    told: "he fixed it four months ago",
    decision: "No",
    cites: ["g-again"],
  },
  { ask: "Is the repair still under warranty?", decision: "Partial", cites: ["g-again"] },
  {
    ask: "Can the technician put the part in and then the company sends the customer the money back?",
    told: "my own man says he can do it today",
    decision: "Partial",
    cites: ["g-own-tech"],
  },
  {
    ask: "Is the floor covered?",
    told: "your technician scratched my floor with the old washer",
    decision: "Yes",
    cites: ["g-mishap"],
  },
  {
    ask: "Is the water heater covered?",
    told: "the city wants a bigger vent on it before they sign off",
    decision: "No",
    cites: ["g-codes"],
  },
  {
    ask: "Is the garbage disposal covered?",
    told: "the inspector wrote up the disposal and the seller never fixed it",
    decision: "No",
    cites: ["g-inspected"],
  },
  { ask: "Should the customer leave the heat on?", decision: "Unknown" },
  // The waiting period by the record.
  { ask: "Is the dishwasher covered?", started: "2026-11-10", decision: "No", cites: ["g-wait"] },
  { ask: "Is the dishwasher covered?", started: "2026-06-10", decision: "Yes", cites: ["b-dish"] },
  {
    ask: "Is the dishwasher covered?",
    started: "2026-11-10",
    state: "OR",
    decision: "Yes",
    cites: ["b-dish"],
  },
  {
    ask: "Is the dishwasher covered?",
    told: "it quit three weeks ago",
    started: "2026-10-20",
    decision: "No",
    cites: ["g-wait"],
  },
  // No question of coverage.
  {
    ask: "How fast can somebody come?",
    told: "there is no heat and it is snowing",
    kind: "time",
    decision: null,
    cites: ["g-response"],
    says: ["same day"],
  },
  {
    ask: "What is the charge for the technician to come?",
    kind: "amount",
    decision: null,
    cites: ["g-charge"],
    says: ["$95"],
  },
  {
    ask: "Does the customer still have to pay the visit fee?",
    told: "the technician never showed up",
    kind: "amount",
    decision: null,
    cites: ["g-noshow"],
  },
  {
    ask: "What does it cost to switch the plan over to the buyer?",
    kind: "amount",
    decision: null,
    cites: ["g-transfer"],
    says: ["without charge"],
  },
];
