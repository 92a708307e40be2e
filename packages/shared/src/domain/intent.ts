import { z } from "zod";

/**
 * CLAIM: an event, a loss or a failed item that the contract may pay for, and the caller wants the benefit.
 * PROBLEM: the service, billing or a visit does not work as promised and the caller wants it put right.
 * INQUIRY: information, or an ordinary account action.
 */
export const intentLabelSchema = z.enum(["INQUIRY", "PROBLEM", "CLAIM"]);
export type IntentLabel = z.infer<typeof intentLabelSchema>;

export const intentSchema = z.object({
  label: intentLabelSchema,
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
});
export type Intent = z.infer<typeof intentSchema>;
