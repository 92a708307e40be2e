/** One figure of the evaluation: what was measured on how many rows. */
export interface EvalRow {
  readonly name: string;
  readonly metric: string;
  readonly value: number;
  readonly n: number;
}
