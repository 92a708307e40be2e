import type { Case } from "./case.ts";
import { capped } from "./rules/capped.ts";
import { doubted } from "./rules/doubted.ts";
import { elsewherePlaced } from "./rules/elsewhere-placed.ts";
import { excludedByName } from "./rules/excluded-by-name.ts";
import { excludedSymptom } from "./rules/excluded-symptom.ts";
import { granted } from "./rules/granted.ts";
import { bought, heldByOption } from "./rules/held-by-option.ts";
import { leftOutByPlan } from "./rules/left-out-by-plan.ts";
import { lostThrough } from "./rules/lost-through.ts";
import { openExclusion } from "./rules/open-exclusion.ts";
import { refusedByCause } from "./rules/refused-by-cause.ts";
import { stillWaiting } from "./rules/still-waiting.ts";
import { unnamed } from "./rules/unnamed.ts";
import type { Verdict } from "./verdict.ts";

/** One rule: looks for one thing in the contract, and gives a verdict with its proof where it finds it. */
export type Rule = (given: Case) => Verdict | null;

/** The rules for a question of coverage, in the order in which they are asked; the first that answers decides. */
export const RULES: readonly Rule[] = [
  unnamed,
  lostThrough,
  doubted,
  excludedByName,
  excludedSymptom,
  elsewherePlaced,
  refusedByCause,
  leftOutByPlan,
  heldByOption,
  stillWaiting,
  openExclusion,

  capped,
  bought,
  granted,
];
