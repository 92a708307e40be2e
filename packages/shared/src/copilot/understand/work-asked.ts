import { stemsOf } from "../language/tokens.ts";
import { joined } from "../language/words.ts";
import { dealingSaid } from "./dealings-said.ts";
import type { Reading } from "./heard.ts";
import type { Span, TurnReadings } from "./talk.ts";
import type { NamedThing } from "./things.ts";

const PLAIN_WORK = new Set(stemsOf("fix repair replace cover pay include handle send get give do put take"));

/** "Could they clean the ducts": work that the contract names by itself is asked about, not the thing. */
export function workOn(
  thing: NamedThing,
  { core, to }: Span,
  { heard: { tokens } }: TurnReadings,
  { heads }: Reading,
): NamedThing {
  const at = tokens.findIndex(
    ({ stem, text }, i) =>
      i >= core &&
      i < to &&
      i < thing.from &&
      thing.from - i <= 3 &&
      heads.has(stem) &&
      !/(?:s|ed)$/.test(text) &&
      isLedByDoer(tokens, i),
  );
  // "Does the dryer vent get cleaned": said of the thing.
  const passive = tokens.findIndex(
    ({ stem, text }, i) =>
      i >= thing.to &&
      i <= thing.to + 3 &&
      i < to &&
      /ed$/.test(text) &&
      heads.has(stem) &&
      /^(?:get|gets|getting|be|being)$/.test(tokens[i - 1]?.text ?? ""),
  );
  const verb = tokens[at] ?? tokens[passive];
  if (!verb || PLAIN_WORK.has(verb.stem) || thing.terms.includes(verb.stem)) return thing;
  const name = thing.terms.at(-1) ?? "";
  return {
    ...thing,
    said: `${verb.text.replace(/e?d$|e$/, "")}ing of the ${thing.said}`,
    terms: [verb.stem],
    wholes: [...thing.wholes, name],
    plural: false,
    sort: "unknown",
  };
}

/** "They clean", "you to paint", "somebody flush": somebody does it. */
function isLedByDoer(tokens: TurnReadings["heard"]["tokens"], at: number): boolean {
  return /^(?:you|they|he|she|somebody|someone|guys|to|also|just|please|all)$/.test(
    tokens[at - 1]?.text ?? "",
  );
}

/** What the company is asked to do is a question to the contract where it names a dealing or something of the home. */
export function isMeant(
  { from, to }: Span,
  inside: readonly NamedThing[],
  { heard, things, earlier }: TurnReadings,
  { lexicon }: Reading,
): boolean {
  const said = dealingSaid(heard, [from, to], lexicon);
  const asks = lexicon.concept("dealings", said?.id ?? "")?.fields.get("asks") ?? [];
  if (said && said.score >= 2 && asks.some((each) => each !== "time")) return true;
  if (inside.some(({ sort, isPlace }) => !isPlace && sort !== "vague" && sort !== "unknown")) return true;
  const isKnown = [...things, ...earlier.flat()].some(({ sort }) => sort === "thing" || sort === "part");
  return isKnown && WORK.test(joined(heard.words.slice(from, to)));
}

/** "Clean them", "send me one": work on what was spoken of, or another one of it. */
const WORK =
  /\b(?:(?:snake|clear|unclog|patch|clean|replace|fix|repair|change|move|install|remove|upgrade|swap|do) (?:it|that|this|em|them|those|these|hers|his|mine|out)|(?:send|get|give|bring) (?:me |us )?(?:a |another )?(?:new )?(?:one|ones))\b/;
