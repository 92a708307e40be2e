import { z } from "zod";
import { foreignIdSchema, sessionIdSchema } from "./procedures.ts";

const value = z.string().trim().max(200).nullish();
const offset = z.number().int().nonnegative().max(2_147_483_647);

/** Characters of one event's text. */
export const MAX_TEXT = 10_000;

/** The plain webhook body: one event of one session's transcript. Fields that are not named here pass. */
export const plainEventSchema = z
  .looseObject({
    sessionId: sessionIdSchema,
    text: z
      .string()
      .max(MAX_TEXT)
      .refine((text) => /[^\s\p{C}]/u.test(text), "at least one visible character"),
    phone: value,
    state: value,
    plan: value,
    contractType: value,
    /** Empty lists and empty names say nothing, as other empty values do. */
    options: z.array(z.string().trim().max(200)).max(50).nullish(),
    speaker: z.enum(["CUSTOMER", "AGENT"]).default("CUSTOMER"),
    segmentId: foreignIdSchema.max(200).optional(),
    beginOffsetMs: offset.optional(),
    endOffsetMs: offset.optional(),
    final: z.boolean().default(true),
  })
  .refine(({ final, segmentId }) => final || segmentId !== undefined, {
    path: ["segmentId"],
    message: "required when final is false",
  });
export type PlainEvent = z.infer<typeof plainEventSchema>;
