import { copilotRouter } from "./routers/copilot.ts";
import { customerRouter } from "./routers/customer.ts";
import { insightsRouter } from "./routers/insights.ts";
import { policyRouter } from "./routers/policy.ts";
import { samplesRouter } from "./routers/samples.ts";
import { sessionRouter } from "./routers/session.ts";
import { statusRouter } from "./routers/status.ts";
import { suggestionRouter } from "./routers/suggestion.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  copilot: copilotRouter,
  session: sessionRouter,
  suggestion: suggestionRouter,
  policy: policyRouter,
  customer: customerRouter,
  insights: insightsRouter,
  samples: samplesRouter,
  status: statusRouter,
});

/** The type of every procedure, for clients. */
export type AppRouter = typeof appRouter;
