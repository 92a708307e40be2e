import { z } from "zod";
import { intentLabelSchema } from "../../domain/intent.ts";
import { decisionSchema } from "../../domain/suggestion.ts";

/**
 * What a model answers. Models write fields in this order. The decision comes first, for it is a single word and the
 * script has to agree with it; the script comes next, so that it reaches the agent while the proof is being written.
 * Sizes are not part of the schema, because servers differ in which of those keywords they take; the reader bounds them.
 */
export const answerSchema = z.object({
  decision: decisionSchema.nullable().describe("null where the question is not one of coverage"),
  script: z.string().describe("what the representative says, one to three short sentences"),
  reason: z.string().describe("half a line, about eight words, no full stop"),
  evidence: z.array(
    z.object({
      clause: z.string().describe("the clause's id, as c1"),
      quote: z.string().describe("words copied exactly from that clause's text"),
      deciding: z.array(z.string()).describe("the few words inside the quote that decide"),
    }),
  ),
  nextSteps: z.array(z.string()).describe("what the representative does next, up to three, a few words each"),
  clarifyingQuestion: z
    .string()
    .nullable()
    .describe("what to ask the customer, where the answer turns on it"),
  intent: intentLabelSchema,
});
export type ModelAnswer = z.infer<typeof answerSchema>;

const { $schema: _dialect, ...schema } = z.toJSONSchema(answerSchema, { target: "draft-7" });

/** The same as JSON Schema, in the subset that strict structured output takes: every field required, no others. */
export const ANSWER_JSON_SCHEMA: Readonly<Record<string, unknown>> = schema;
