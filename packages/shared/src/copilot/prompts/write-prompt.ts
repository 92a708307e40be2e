import type { AdviceRequest } from "../advice.ts";
import { caseData } from "./case-data.ts";
import { encodeData } from "./encode-data.ts";
import { INSTRUCTIONS } from "./instructions.ts";

/** What a model is asked. */
export interface Prompt {
  /** For the system's message: the same in every case, so that servers can keep it in their caches. */
  readonly instructions: string;
  /** For the user's message: the case as one line of JSON. */
  readonly data: string;
}

/** The prompt of one question. What the caller said and what the clauses say is data in it, fenced by its encoding. */
export function writePrompt(request: AdviceRequest): Prompt {
  return { instructions: INSTRUCTIONS, data: encodeData(caseData(request)) };
}
