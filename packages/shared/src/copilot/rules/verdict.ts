import type { Decision } from "../../domain/suggestion.ts";
import type { Reading } from "./read-clause.ts";
import type { Unit } from "./units.ts";

/** A sentence to be quoted, with the words in it that decide. */
export interface Proof {
  readonly reading: Reading;
  readonly unit: Unit;
  readonly deciding: readonly string[];
}

/** Why a question was decided as it was. */
export type Ground =
  | { readonly why: "granted" }
  | { readonly why: "inside-cap"; readonly cap: string; readonly cost: number }
  | { readonly why: "cap"; readonly cap: string; readonly dollars: number }
  | { readonly why: "above-cap"; readonly cap: string; readonly dollars: number; readonly cost: number }
  | { readonly why: "cap-used"; readonly cap: string }
  | { readonly why: "open-exclusion"; readonly what: string }
  | { readonly why: "excluded"; readonly what: string }
  | { readonly why: "cause"; readonly what: string; readonly sentence: string }
  | { readonly why: "cause-unsettled"; readonly said: string }
  | { readonly why: "waiting"; readonly days: number; readonly since: number }
  | { readonly why: "option"; readonly option: string; readonly held: boolean | null }
  | {
      readonly why: "condition";
      readonly condition: string;
      readonly sense: "if" | "unless";
      readonly met: boolean | null;
    }
  | { readonly why: "doubt"; readonly about: string }
  | { readonly why: "which-item"; readonly items: readonly string[] }
  | { readonly why: "plan-unknown"; readonly plans: readonly string[] }
  | { readonly why: "rule"; readonly sentence: string }
  | { readonly why: "not-listed" }
  | { readonly why: "contradiction" }
  | { readonly why: "silent" };

/** What the clauses say to a question of coverage. */
export interface Verdict {
  readonly decision: Decision;
  /** The first is the one that decides. */
  readonly grounds: readonly [Ground, ...Ground[]];
  readonly proofs: readonly Proof[];
}
