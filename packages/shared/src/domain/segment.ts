import { z } from "zod";

/** Who speaks. Clients must accept speakers that they do not know. */
export const speakerSchema = z.enum(["CUSTOMER", "AGENT", "SUPERVISOR", "BOT", "SYSTEM"]);
export type Speaker = z.infer<typeof speakerSchema>;

const offset = z.number().int().nonnegative();

/** A final segment as the log keeps it: one stretch of one speaker's words, masked before it is stored. */
export const segmentFactSchema = z.object({
  /** The speech source's id, or one made from the event's identity. */
  segmentId: z.string(),
  speaker: speakerSchema,
  text: z.string(),
  /** Milliseconds from the start of the session: the begin offset, else receipt minus the session's start. */
  atMs: z.number(),
  /** When the webhook took it, ISO 8601. */
  receivedAt: z.string(),
  beginOffsetMs: offset.optional(),
  endOffsetMs: offset.optional(),
  /** Replaces an earlier final text under the same segmentId. */
  corrected: z.boolean().optional(),
  /** The session ended while this was still being spoken. */
  incomplete: z.boolean().optional(),
});
export type SegmentFact = z.infer<typeof segmentFactSchema>;

/** What `session.onTranscript` yields: a final segment, or the newest draft (`final: false`) of one. */
export const transcriptSegmentSchema = segmentFactSchema.extend({
  sessionId: z.string(),
  final: z.boolean(),
});
export type TranscriptSegment = z.infer<typeof transcriptSegmentSchema>;
