import { insightsSummaryInput } from "@live-copilot/shared";
import { summariseCalls } from "../../insights/summarise-calls.ts";
import { procedure, router } from "../trpc.ts";

export const insightsRouter = router({
  /** Counts and latencies of the sessions that started in a time span; absent bounds are open. */
  summary: procedure.input(insightsSummaryInput).query(({ input: { from, to }, ctx: { deps } }) => {
    return summariseCalls(deps.log, { from: from ? inFull(from) : "", to: to ? inFull(to) : "9999" });
  }),
});

/** The time as the log writes times, so that both compare as texts. */
function inFull(time: string): string {
  return new Date(time).toISOString();
}
