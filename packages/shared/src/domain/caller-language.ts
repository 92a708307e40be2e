import { z } from "zod";

/** The caller speaks another language than the library is written in; both as ISO 639-1 codes. */
export const callerLanguageSchema = z.object({
  language: z.string(),
  /** What answers are looked up in. */
  library: z.string(),
});
export type CallerLanguage = z.infer<typeof callerLanguageSchema>;
