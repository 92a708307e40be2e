import type { PartResult, RunOptions } from "../part.ts";
export async function startPart(_o: RunOptions): Promise<PartResult> {
  return { title: "start", rows: [], goals: [], notes: [] };
}
