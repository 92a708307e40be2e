import type { QuestionKind } from "../../../domain/question.ts";
import type { Decision } from "../../../domain/suggestion.ts";

/** One call's question over the second library, and what a fair reader of it would answer. */
export interface Case {
  readonly ask: string;
  readonly told?: string;
  readonly kind?: QuestionKind;
  readonly plan?: string;
  readonly state?: string;
  readonly started?: string;
  readonly decision: Decision | null;
  /** One of these must be cited. */
  readonly cites?: readonly string[];
  /** Each must stand in script, reason or a quote. */
  readonly says?: readonly string[];
}

export const ITEM_CASES: readonly Case[] = [
  // Granted.
  {
    ask: "Is the compressor in my air conditioner covered?",
    told: "the compressor in my air conditioner died",
    decision: "Yes",
    cites: ["b-cool"],
  },
  { ask: "Is the evaporator coil covered?", decision: "Yes", cites: ["b-cool"] },
  {
    ask: "Do you cover the garbage disposal?",
    told: "the garbage disposal just hums",
    decision: "Yes",
    cites: ["b-disposal"],
  },
  {
    ask: "Are ceiling fans covered?",
    told: "two of our ceiling fans quit",
    decision: "Yes",
    cites: ["b-fan"],
  },
  {
    ask: "Is the dishwasher's pump covered?",
    told: "it won't drain, the tech said the pump",
    decision: "Yes",
    cites: ["b-dish"],
  },
  { ask: "Is my oven covered?", told: "the wall oven doesn't heat", decision: "Yes", cites: ["b-cook"] },
  { ask: "Is the cooktop covered?", decision: "Yes", cites: ["b-cook"] },
  {
    ask: "Are the motor and sensors of my garage door opener covered?",
    told: "a licensed contractor installed it two years ago",
    decision: "Yes",
    cites: ["b-garage"],
  },
  { ask: "Is a leak in a water line inside the wall covered?", decision: "Yes", cites: ["b-leak"] },
  {
    ask: "Will you clear a stopped drain in the kitchen?",
    told: "the kitchen drain backs up",
    decision: "Yes",
    cites: ["b-drain"],
  },
  { ask: "Is my ice maker covered?", plan: "Gold", decision: "Yes", cites: ["gold-kitchen"] },
  // Caps and stated costs.
  {
    ask: "Is my furnace's igniter covered?",
    told: "he quoted me four hundred dollars",
    decision: "Yes",
    cites: ["b-furnace"],
  },
  {
    ask: "Is the heat exchanger covered?",
    told: "he quoted twenty eight hundred for the furnace",
    decision: "Partial",
    cites: ["b-furnace-max"],
    says: ["$1,500", "$1,300"],
  },
  {
    ask: "Is the heat exchanger of my furnace covered?",
    told: "he quoted twenty eight hundred",
    plan: "Gold",
    decision: "Yes",
    cites: ["gold-furnace", "b-furnace"],
  },
  {
    ask: "Is my furnace covered?",
    told: "the furnace stopped",
    decision: "Partial",
    cites: ["b-furnace-max", "b-furnace-x"],
  },
  {
    ask: "Is my water heater covered?",
    told: "the gas water heater went cold",
    decision: "Partial",
    cites: ["b-heater-max"],
    says: ["$1,200"],
  },
  {
    ask: "Is the tank of my water heater covered?",
    told: "they want $2,000 for it",
    decision: "Partial",
    cites: ["b-heater-max"],
    says: ["$1,200", "$800"],
  },
  {
    ask: "Is my gas water heater covered?",
    told: "the plumber said about 900 bucks",
    decision: "Yes",
    cites: ["b-heater", "b-heater-max"],
  },
  // Excluded by name.
  {
    ask: "Is my window unit covered?",
    told: "the window air conditioner unit is dead",
    decision: "No",
    cites: ["b-cool-x"],
  },
  {
    ask: "Is the refrigerator's door handle covered?",
    told: "the handle snapped",
    decision: "No",
    cites: ["b-fridge-x"],
  },
  {
    ask: "Are garage door springs covered?",
    told: "one of the springs snapped",
    decision: "No",
    cites: ["b-garage-x"],
  },
  { ask: "Is the dryer vent covered?", decision: "No", cites: ["b-washer-x"] },
  { ask: "Is the kitchen faucet covered?", told: "the faucet drips", decision: "No", cites: ["b-leak-x"] },
  {
    ask: "Is a pipe under the concrete slab covered?",
    told: "the plumber says the pipe under the slab leaks",
    decision: "No",
    cites: ["b-leak-x"],
  },
  { ask: "Is my solar water heater covered?", decision: "No", cites: ["b-heater-x"] },
  { ask: "Is the humidifier on the furnace covered?", decision: "No", cites: ["b-furnace-x"] },
  {
    ask: "Will you pay for the food that spoiled?",
    told: "the refrigerator died and all the food spoiled",
    decision: "No",
    cites: ["g-damage"],
  },
  { ask: "Do you pay for the hotel while we have no heat?", decision: "No", cites: ["g-damage"] },
  {
    ask: "Is the ruined hardwood floor covered?",
    told: "the dishwasher leaked and ruined the hardwood floor",
    decision: "No",
    cites: ["g-damage"],
  },
  { ask: "Is my air conditioner covered?", plan: "Bronze", decision: "No", cites: ["bronze-out"] },
  { ask: "Is the opener for my garage door covered?", plan: "Bronze", decision: "No", cites: ["bronze-out"] },
  // Excluded causes, named by the caller.
  {
    ask: "Is the furnace covered?",
    told: "mice chewed through the wires of the furnace",
    decision: "No",
    cites: ["g-excl"],
    says: ["pests"],
  },
  {
    ask: "Is my air conditioner covered?",
    told: "the tech said the coil is all corroded",
    decision: "No",
    cites: ["g-excl"],
    says: ["corrosion"],
  },
  {
    ask: "Is the dishwasher covered?",
    told: "the builder installed it wrong",
    decision: "No",
    cites: ["g-excl"],
    says: ["installation"],
  },
  {
    ask: "Is the washer covered?",
    told: "I run a small laundry business out of the house",
    decision: "No",
    cites: ["g-excl"],
    says: ["business"],
  },
  {
    ask: "Is my air conditioner covered?",
    told: "it got hit by lightning last night",
    decision: "No",
    cites: ["g-excl"],
    says: ["lightning"],
  },
  {
    ask: "Is the dryer covered?",
    told: "it has never worked since we moved in",
    decision: "No",
    cites: ["g-preexisting"],
  },
  {
    ask: "Is the dryer covered?",
    told: "it has never worked since we moved in",
    state: "OR",
    decision: "Partial",
    cites: ["or-pre"],
  },
  {
    ask: "Is the stopped drain covered?",
    told: "he found tree roots in the drain line",
    decision: "No",
    cites: ["b-drain"],
    says: ["tree roots"],
  },
  {
    ask: "Will you pay me back for the furnace?",
    told: "my own guy fixed the furnace yesterday, I didn't call you first",
    decision: "No",
    cites: ["g-own-tech"],
  },
];
