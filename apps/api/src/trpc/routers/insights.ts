import { insightsSummaryInput } from "@live-copilot/shared";
import { summariseCalls } from "../../insights/summarise-calls.ts";
import { procedure, router } from "../trpc.ts";

export const insightsRouter = router({
  /** Counts and latencies of the sessions that started in a time span; absent bounds are open. */
  summary: procedure.input(insightsSummaryInput).query(({ input: { from, to }, ctx: { deps } }) => {
    return summariseCalls(deps.log, { from: from ?? "", to: to ?? "9999" });
  }),
});
