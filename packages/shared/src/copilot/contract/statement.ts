import type { PolicyClause } from "../../domain/clause.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { StatedAmount } from "./amounts.ts";
import type { Condition } from "./conditions.ts";
import type { Entry } from "./entry.ts";
import type { Heading } from "./headings.ts";
import type { Unit } from "./units.ts";

/** Grants, refuses, caps, or says how things go. */
export type Sense = "grant" | "refuse" | "cap" | "rule";

/** What one sentence, list item or cell of the contract says. */
export interface Statement {
  readonly clause: PolicyClause;
  readonly unit: Unit;
  readonly sense: Sense;
  /** What it grants, refuses or caps, in order. */
  readonly entries: readonly Entry[];
  readonly amounts: readonly StatedAmount[];
  /** "only when …", "if …", "unless …": its words, where the statement hangs on them. */
  readonly condition: Condition | null;
  /** Plans by name where the sentence or its column speaks of some only. */
  readonly plans: readonly string[];
  /** Whether it lists what is in a plan, so that what it leaves out is not. */
  readonly isPlanList: boolean;
  /** The stems of its words, those of what leads its list among them. */
  readonly stems: ReadonlySet<string>;
  /** Ids of the dealings that it speaks of. */
  readonly dealings: ReadonlySet<string>;
  /** Of a table: the plan has what the row names only as an option. */
  readonly isOption?: boolean;
  /** Everything it grants or refuses goes without exception: "all parts and components". */
  readonly isWhole: boolean;
}

/** A stretch of a clause that is read, and where it stands. */
export interface Place {
  readonly clause: PolicyClause;
  /** The stretch of the clause's text that is read, and where it begins. */
  readonly text: string;
  readonly offset: number;
  readonly headings: readonly Heading[];
  readonly lexicon: Lexicon;
  /** Names of the library's plans. */
  readonly plans: readonly string[];
}
