import type { Trade } from "../trade.ts";
import { CAUSES } from "./causes.ts";
import { DANGERS } from "./dangers.ts";
import { DEALINGS } from "./dealings.ts";
import { LOSSES } from "./losses.ts";
import { PARTS } from "./parts.ts";
import { SYMPTOMS } from "./symptoms.ts";
import { THINGS } from "./things.ts";
import { VAGUE } from "./vague.ts";

/** Home service contracts: warranties, protection plans, home emergency cover. */
export const HOME_TRADE: Trade = {
  things: THINGS,
  parts: PARTS,
  causes: CAUSES,
  symptoms: SYMPTOMS,
  losses: LOSSES,
  dealings: DEALINGS,
  dangers: DANGERS,
  vague: VAGUE,
};
