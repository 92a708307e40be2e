import type { Cores } from "./cores.ts";

/** What every part of the bench is run with. */
export interface RunOptions {
  readonly cores: Cores;
  /** Fewer and shorter rounds: to see that it works, not to be quoted. */
  readonly quick: boolean;
  readonly profileFolder?: string | undefined;
}

/** One line of a part's table. */
export type Row = Readonly<Record<string, string | number>>;

/** A figure that is to be reached. */
export interface Goal {
  readonly goal: string;
  readonly measured: number;
  readonly reached: boolean;
}

export interface PartResult {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
  /** What a reader must know to read the figures. */
  readonly notes: readonly string[];
}

export function atLeast(goal: string, measured: number, least: number): Goal {
  return { goal, measured, reached: measured >= least };
}

export function atMost(goal: string, measured: number, most: number): Goal {
  return { goal, measured, reached: measured <= most };
}
