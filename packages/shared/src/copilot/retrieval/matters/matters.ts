import { CAUSE_MATTERS } from "./causes.ts";
import { CONTRACT_MATTERS } from "./contract.ts";
import { CONTRACTOR_MATTERS } from "./contractors.ts";
import { HOME_MATTERS } from "./homes.ts";
import type { Matter } from "./matter.ts";
import { OUTCOME_MATTERS } from "./outcome.ts";
import { SERVICE_MATTERS } from "./service.ts";
import { SYMPTOMS } from "./symptoms.ts";

/** All that callers ask about in words of their own. */
export const MATTERS: readonly Matter[] = [
  ...SERVICE_MATTERS,
  ...CONTRACTOR_MATTERS,
  ...OUTCOME_MATTERS,
  ...CONTRACT_MATTERS,
  ...HOME_MATTERS,
  ...CAUSE_MATTERS,
  ...SYMPTOMS,
];
