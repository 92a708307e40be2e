import { z } from "zod";
import { optionsSchema } from "./context.ts";

/** A claim of the customer's, as their record has it. */
export const claimSchema = z.object({
  claimId: z.string().min(1).max(100),
  item: z.string().min(1).max(200),
  /** As the claims system says; `open`, `scheduled`, `paid`, `denied` and `closed` are drawn specially. */
  status: z.string().min(1).max(40),
  /** ISO date. */
  openedAt: z.string().optional(),
  /** ISO 8601 date-time of the booked visit. */
  visitAt: z.string().optional(),
  /** US dollars. */
  amount: z.number().nonnegative().optional(),
  note: z.string().max(500).optional(),
});
export type Claim = z.infer<typeof claimSchema>;

/** What is left of one cap in the running term, in US dollars. */
export const limitSchema = z.object({
  name: z.string().min(1).max(100),
  total: z.number().nonnegative(),
  used: z.number().nonnegative(),
});
export type Limit = z.infer<typeof limitSchema>;

/** A customer's record. `phones` are E.164 once stored. */
export const customerSchema = z.object({
  customerId: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  phones: z.array(z.string().min(1).max(40)).max(20),
  address: z.string().max(300).optional(),
  state: z.string().max(60).optional(),
  plan: z.string().max(100).optional(),
  contractType: z.string().max(100).optional(),
  /** ISO date on which the contract began; it decides which version of a document answers. */
  contractStart: z.iso.date().optional(),
  /** Names of the options that were bought; absent: not known, empty: none. */
  options: optionsSchema.optional(),
  claims: z.array(claimSchema).max(200).default([]),
  limits: z.array(limitSchema).max(100).default([]),
});
export type Customer = z.infer<typeof customerSchema>;

/** Who is calling, as far as is known. `several`: one number, more than one customer; the agent chooses. */
export const customerMatchSchema = z.object({
  status: z.enum(["searching", "found", "several", "unknown"]),
  /** customerId of the one in force. */
  chosen: z.string().optional(),
  matches: z.array(customerSchema),
});
export type CustomerMatch = z.infer<typeof customerMatchSchema>;
