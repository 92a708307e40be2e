import { parseArgs } from "node:util";

export const PARTS = ["durable", "card", "growth", "start"] as const;
export type PartName = (typeof PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly PartName[];
  readonly quick: boolean;
  readonly json: boolean;
  readonly pin: boolean;
  readonly profileFolder: string | undefined;
}

export const USAGE = `npm run bench -- [options]
  --only durable,card,growth,start   only these parts
  --quick                            short rounds: to see that it works
  --json                             figures as JSON on the standard output
  --no-pin                           leave processes on any core
  --profile <folder>                 CPU profiles of our server`;

/** Reads the command line. Throws an Error whose message is for the reader. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      pin: { type: "boolean", default: true },
      profile: { type: "string" },
    },
  });
  const { only, quick, json, pin, profile } = values;
  return { parts: only ? only.split(",").map(partName) : PARTS, quick, json, pin, profileFolder: profile };
}

function partName(given: string): PartName {
  const known = PARTS.find((part) => part === given.trim());
  if (!known) throw new Error(`There is no part "${given}"; there are ${PARTS.join(", ")}.`);
  return known;
}
