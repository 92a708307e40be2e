/** What is wrong with a row of a customers' file. */
export interface CustomerProblem {
  /** `line 3` of a CSV file, `record 3` of a JSON array. */
  readonly row: string;
  /** Empty where the row as a whole is wrong. */
  readonly field: string;
  readonly message: string;
}
