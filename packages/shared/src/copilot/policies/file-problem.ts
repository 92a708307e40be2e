/** Something wrong in an ingested file: where it stands, what is wrong and what was expected. */
export interface FileProblem {
  /** The file's name as it was given. */
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A problem of the file that is being read. */
export type LineProblem = Omit<FileProblem, "name">;

/** Takes note of a problem and lets the reading go on, so that one run shows them all. */
export type Report = (line: number, message: string) => void;
