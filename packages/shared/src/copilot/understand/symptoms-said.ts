import type { Lexicon } from "../language/lexicon.ts";
import { type Mention, mentionsOf } from "../language/terms.ts";
import type { Heard } from "./heard.ts";

/** What the words say to be wrong with something. */
export function symptomsSaid({ tokens }: Heard, lexicon: Lexicon): Mention[] {
  return mentionsOf(tokens, "symptoms", lexicon);
}
