import { z } from "zod";

/** What a question is about, so that it is answered in the right way. */
export const questionKindSchema = z.enum(["coverage", "amount", "time", "procedure", "other"]);
export type QuestionKind = z.infer<typeof questionKindSchema>;

/** A question as a card shows it. */
export const askedQuestionSchema = z.object({
  /** Stands by itself: "Is the air conditioner's compressor covered?" */
  text: z.string(),
  /** The segments whose words raised it; empty for the agent's own question. */
  segmentIds: z.array(z.string()),
  /** What the copilot needs to answer it again when the context changes. */
  kind: questionKindSchema.optional(),
  search: z.string().optional(),
  situation: z.string().optional(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;
