import { createHash } from "node:crypto";

/** What can go wrong with a call, each as its share of all calls, 0 to 1; together at most 1. */
export interface OpenAiFaults {
  /** Status 500. */
  readonly error?: number;
  /** Status 429 with Retry-After. */
  readonly rateLimited?: number;
  /** Status 200 with a body that is neither JSON nor a stream. */
  readonly malformedBody?: number;
  /** A proper answer whose text is JSON that breaks off in the middle. */
  readonly malformedText?: number;
  /** The connection is closed in the middle of the stream; only streams are touched. */
  readonly cut?: number;
  /** The connection is closed before a word was said. */
  readonly hangUp?: number;
}

export type OpenAiFault = keyof OpenAiFaults;

export const FAULTS: readonly OpenAiFault[] = [
  "error",
  "rateLimited",
  "malformedBody",
  "malformedText",
  "cut",
  "hangUp",
];

/** What goes wrong with the nth call; the same for the same seed, whenever it is asked. */
export function drawFault(faults: OpenAiFaults, seed: string, n: number): OpenAiFault | null {
  let draw = createHash("sha256").update(`${seed}:${n}`).digest().readUInt32BE() / 2 ** 32;
  for (const fault of FAULTS) {
    draw -= faults[fault] ?? 0;
    if (draw < 0) return fault;
  }
  return null;
}
