import { z } from "zod";

/** A question as a card shows it. */
export const askedQuestionSchema = z.object({
  /** Stands by itself: "Is the air conditioner's compressor covered?" */
  text: z.string(),
  /** The segments whose words raised it; empty for the agent's own question. */
  segmentIds: z.array(z.string()),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** What a question is about, so that the rules know how to answer it. */
export const QUESTION_KINDS = ["coverage", "amount", "time", "procedure", "other"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
