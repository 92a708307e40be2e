import type { PolicyClause } from "../../domain/clause.ts";
import type { Decision } from "../../domain/suggestion.ts";
import type { Unit } from "../contract/units.ts";

/** A sentence to be quoted, with the words in it that decide. */
export interface Proof {
  readonly clause: PolicyClause;
  readonly unit: Unit;
  readonly deciding: readonly string[];
}

/** Why a question was decided as it was. */
export type Why =
  | { readonly why: "granted" }
  | { readonly why: "cap"; readonly cap: string }
  | { readonly why: "inside-cap"; readonly cap: string; readonly cost: string }
  | { readonly why: "above-cap"; readonly cap: string; readonly cost: string; readonly own: string }
  | { readonly why: "cap-used"; readonly cap: string }
  | { readonly why: "excluded"; readonly what: string }
  | { readonly why: "cause"; readonly what: string }
  | { readonly why: "open-exclusion"; readonly what: string }
  | { readonly why: "option"; readonly option: string; readonly held: boolean | null }
  | { readonly why: "plan"; readonly plan: string; readonly other: string | null }
  | { readonly why: "waiting"; readonly days: number; readonly since: number }
  | {
      readonly why: "condition";
      readonly sense: "if" | "unless";
      readonly condition: string;
      readonly met: boolean | null;
    }
  | { readonly why: "rule"; readonly sentence: string }
  | { readonly why: "place"; readonly place: string }
  | { readonly why: "doubt"; readonly about: string }
  | { readonly why: "which-thing" }
  | { readonly why: "silent" };

/** What the contract says to a question, by which rule, and the sentences that prove it; the deciding one first. */
export interface Verdict {
  /** Null: no question of coverage, answered by its sentence. */
  readonly decision: Decision | null;
  readonly rule: string;
  readonly why: Why;
  readonly proofs: readonly Proof[];
}
