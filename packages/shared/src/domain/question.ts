import { z } from "zod";

/** What a question is about, so that it is answered in the right way. */
export const questionKindSchema = z.enum(["coverage", "amount", "time", "procedure", "other"]);
export type QuestionKind = z.infer<typeof questionKindSchema>;

/** What was read of a question: it is answered again from this, and told apart from others by it. */
export const questionReadingSchema = z.object({
  /** The thing asked about, by the words of the call and by the names that the library and the trade have for it. */
  thing: z
    .object({
      said: z.string(),
      terms: z.array(z.string()).readonly(),
      wholes: z.array(z.string()).readonly(),
      plural: z.boolean(),
    })
    .nullable(),
  /** The dealing with the company that it is about: a fee, a refund. */
  dealing: z.string().nullable(),
  causes: z.array(z.string()).readonly(),
  symptoms: z.array(z.string()).readonly(),
  /** The plan that it supposes: "if I had Premier". */
  plan: z.string().nullable(),
  negated: z.boolean(),
  isOpen: z.boolean(),
  danger: z.string().nullable(),
});
export type QuestionReading = z.infer<typeof questionReadingSchema>;

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
  reading: questionReadingSchema.optional(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;
