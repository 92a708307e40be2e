import { z } from "zod";
import { intentLabelSchema } from "./intent.ts";
import type { NewFact } from "./session-event.ts";
import { decisionSchema } from "./suggestion.ts";

/** What a list shows of a session beside its times. Every field is filled as the call tells it. */
export const summaryDetailsSchema = z.object({
  customerName: z.string().optional(),
  phone: z.string().optional(),
  /** More than one customer has this number, and nobody chose yet. */
  severalCustomers: z.boolean().optional(),
  intent: intentLabelSchema.optional(),
  copilot: z.boolean().optional(),
  /** The newest card's question and decision. */
  question: z.string().optional(),
  decision: decisionSchema.nullable().optional(),
});
export type SummaryDetails = z.infer<typeof summaryDetailsSchema>;

/** One row of `session.list`. Times are ISO 8601. */
export const sessionSummarySchema = summaryDetailsSchema.extend({
  sessionId: z.string(),
  status: z.enum(["live", "ended"]),
  startedAt: z.string(),
  /** When the last event was stored. */
  lastAt: z.string(),
  endedAt: z.string().optional(),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** What is put over a row's details; a name of null takes the name away. */
export type SummaryPatch = Omit<SummaryDetails, "customerName"> & { readonly customerName?: string | null };

/** The details that patches, one put over the other, come to. */
export function summaryDetails({ customerName, ...rest }: SummaryPatch): SummaryDetails {
  return customerName ? { customerName, ...rest } : rest;
}

/** What a fact changes in its session's row; null for the many that change nothing there. */
export function summaryPatch(fact: NewFact): SummaryPatch | null {
  switch (fact.kind) {
    case "context":
      return fact.data.values.phone ? { phone: fact.data.values.phone } : null;
    case "customer": {
      const { status, chosen, matches } = fact.data;
      const customer = matches.find(({ customerId }) => customerId === chosen);
      return { customerName: customer?.name ?? null, severalCustomers: status === "several" };
    }
    case "intent":
      return { intent: fact.data.label };
    case "copilot":
      return { copilot: fact.data.enabled };
    case "card":
      if (fact.data.status !== "ready" || fact.data.supersededBy !== undefined) return null;
      return { question: fact.data.question.text, decision: fact.data.decision };
    default:
      return null;
  }
}
