import type { Lexicon } from "../language/lexicon.ts";
import { type Mention, mentionsOf } from "../language/terms.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Heard } from "./heard.ts";

const DENIES = /^(?:no|not|never|nobody|nothing|nothin|nuthin|without|none)$/;
const SELF = /^(?:i|we|am|me)$/;

/** The causes that the words tell of something that failed; denied ones and other senses of the words are none. */
export function causesSaid({ tokens }: Heard, lexicon: Lexicon): Mention[] {
  return mentionsOf(tokens, "causes", lexicon).filter((mention) => {
    const before = tokens.slice(Math.max(0, mention.from - 3), mention.from).map(({ text }) => text);
    const owns = tokens.slice(mention.from, mention.to).some(({ text }) => DENIES.test(text));
    if (!owns && before.some((word) => DENIES.test(word))) return false;
    // "I am a bit rusty", "we froze out there": said of the caller.
    if (
      before.some((word) => word === "am") ||
      (SELF.test(before.at(-1) ?? "") &&
        mention.to - mention.from === 1 &&
        /(?:ed|y|ze|oze)$/.test(tokens[mention.from]?.text ?? ""))
    )
      return false;
    return !isOtherSense(
      mention,
      tokens.map(({ stem }) => stem),
      lexicon,
    );
  });
}

/** The words stand in one of the phrases that the trade's data sets apart: "fire department". */
function isOtherSense({ id, from, to }: Mention, stems: readonly string[], lexicon: Lexicon): boolean {
  const around = ` ${stems.slice(Math.max(0, from - 4), to + 4).join(" ")} `;
  return (lexicon.concept("causes", id)?.fields.get("not") ?? []).some((phrase) =>
    around.includes(` ${stemsOf(phrase).join(" ")} `),
  );
}
