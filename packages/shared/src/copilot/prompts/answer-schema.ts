import { z } from "zod";
import { intentLabelSchema } from "../../domain/intent.ts";
import { decisionSchema } from "../../domain/suggestion.ts";

/**
 * What a model answers. Models write fields in this order. The script comes first, so that its first words are on the
 * agent's screen a few tokens after the model's first; it begins with the answer and names what limits it, and the
 * decision is drawn from what was just put into words, then proved. Sizes are not part of the schema, because servers
 * differ in which of those keywords they take; the reader bounds them.
 */
export const answerSchema = z.object({
  script: z.string().describe("what the representative says, one to three short sentences"),
  decision: decisionSchema.nullable().describe("null where the question is not one of coverage"),
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
