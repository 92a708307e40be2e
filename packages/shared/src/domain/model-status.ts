import { z } from "zod";

/** Whether a model decides, and how that is known. */
export const modelStatusSchema = z.object({
  /** Names the model, as "openai:gpt-5-mini". */
  engine: z.string(),
  /** Whether its decisions are shown; where not, it writes and the rules decide. */
  decides: z.boolean(),
  /** `set`: by OPENAI_DECIDES; `running`: not known yet; else what the built-in check found. */
  check: z.enum(["set", "running", "passed", "failed"]),
  /** Cases answered rightly, where the check was made. */
  right: z.number().int().optional(),
  of: z.number().int().optional(),
});
export type ModelStatus = z.infer<typeof modelStatusSchema>;
