import { parseArgs } from "node:util";

/** Parts that need nothing but this repository. */
export const PARTS = ["durable", "card", "growth", "reading", "start"] as const;
/** Parts over MongoDB, Milvus, Redis and a model's server. */
export const SERVICE_PARTS = ["transcript", "suggestion", "replicas"] as const;
export type PartName = (typeof PARTS)[number] | (typeof SERVICE_PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly PartName[];
  readonly quick: boolean;
  readonly json: boolean;
  readonly pin: boolean;
  readonly profileFolder: string | undefined;
}

export const USAGE = `npm run bench -- [options]
  --only durable,card,growth,reading,start   only these parts
  --services                                 the parts over real services instead: transcript, suggestion, replicas
  --quick                                    short rounds: to see that it works
  --json                                     figures as JSON on the standard output
  --no-pin                                   leave processes on any core
  --profile <folder>                         CPU profiles of our server`;

/** Reads the command line. Throws an Error whose message is for the reader. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      only: { type: "string" },
      services: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      pin: { type: "boolean", default: true },
      profile: { type: "string" },
    },
  });
  const { only, services, quick, json, pin, profile } = values;
  const parts = services ? SERVICE_PARTS : PARTS;
  return { parts: only ? only.split(",").map(partName) : parts, quick, json, pin, profileFolder: profile };
}

function partName(given: string): PartName {
  const all = [...PARTS, ...SERVICE_PARTS];
  const known = all.find((part) => part === given.trim());
  if (!known) throw new Error(`There is no part "${given}"; there are ${all.join(", ")}.`);
  return known;
}
