import type { Lexicon } from "../language/lexicon.ts";
import { mentionsOf } from "../language/terms.ts";
import type { Heard } from "./heard.ts";

/** What endangers somebody, by the words `[from, to)`. */
export interface Danger {
  /** The sentence that the agent says before anything else. */
  readonly first: string;
  readonly from: number;
  readonly to: number;
  /** Whether it comes from a thing of the home that may be covered, as smoke from an outlet does. */
  readonly isOfThing: boolean;
}

/** The danger that the words tell of, or null. */
export function dangerIn({ tokens }: Heard, lexicon: Lexicon): Danger | null {
  const [found] = mentionsOf(tokens, "dangers", lexicon);
  if (!found) return null;
  const first = lexicon.concept("dangers", found.id)?.fields.get("first")?.[0];
  return first === undefined
    ? null
    : { first, from: found.from, to: found.to, isOfThing: /smok|water|wire|shock/.test(found.id) };
}
