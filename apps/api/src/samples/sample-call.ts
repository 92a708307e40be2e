import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const spoken = z.object({ atMs: z.number().nonnegative(), text: z.string() });

/** A sample call as `samples/calls/*.json` holds it. What it expects of the copilot is for tests. */
export const sampleCallSchema = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  /** What the webhook body carries beside the words. */
  context: z.object({
    phone: z.string().optional(),
    state: z.string().optional(),
    plan: z.string().optional(),
    contractType: z.string().optional(),
  }),
  segments: z
    .array(
      z.object({
        segmentId: z.string(),
        speaker: z.enum(["CUSTOMER", "AGENT"]),
        beginOffsetMs: z.number().int(),
        endOffsetMs: z.number().int(),
        text: z.string(),
        partials: z.array(spoken).default([]),
      }),
    )
    .min(1),
});
export type SampleCall = z.infer<typeof sampleCallSchema>;

/** Reads every sample call in a folder, ordered by title. An empty list where there is no such folder. */
export async function readSampleCalls(folder: string): Promise<readonly SampleCall[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json"));
  const calls = files.map(async (name) =>
    sampleCallSchema.parse(JSON.parse(await readFile(join(folder, name), "utf8"))),
  );
  return (await Promise.all(calls)).sort((a, b) => a.title.localeCompare(b.title));
}

/** How long a call takes at true speed, milliseconds. */
export function callLength(call: SampleCall): number {
  return Math.max(...call.segments.map(({ endOffsetMs }) => endOffsetMs));
}
