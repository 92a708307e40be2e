import { z } from "zod";

const counts = z.record(z.string(), z.number().int());

/** Milliseconds; null where nothing was measured. */
const quantilesSchema = z.object({
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});
export type Quantiles = z.infer<typeof quantilesSchema>;

/** What `insights.summary` gives: what happened in the newest sessions of a time span. */
export const callsSummarySchema = z.object({
  sessions: z.number().int(),
  /** True when the span holds more sessions than were counted. */
  truncated: z.boolean(),
  byIntent: counts,
  /** Cards that are ready. */
  cards: z.number().int(),
  /** `none`: not a question of coverage. */
  byDecision: counts,
  feedback: counts,
  sourcesMs: quantilesSchema,
  readyMs: quantilesSchema,
});
export type CallsSummary = z.infer<typeof callsSummarySchema>;
