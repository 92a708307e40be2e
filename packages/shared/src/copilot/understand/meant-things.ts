import type { Heard, Reading } from "./heard.ts";
import type { Correction } from "./restarts.ts";
import type { NamedThing } from "./things.ts";

/** Behind a thing: it is all right. */
const ALL_RIGHT =
  /^(?:(?:they|it|that|is|are|was|were|works?|working|runs?|running|looks?|seems?|still|just|all|doing|itself|is working|part) )*(?:fine|great|good|ok|okay|perfect|perfectly|alright|dry|beautiful|beautifully|like new|smooth|well)\b/;
/** Before a thing: it is not what is meant. */
const NOT_IT = /\b(?:not|is not|it is not|its not|is n['’]t|aint|ain['’]t) (?:the|my|our|that)$/;

/**
 * The things of a turn that its questions can be about: not those that were taken back, denied or called fine, where
 * anything else is left; and each part with what it is a part of, where the talk says it.
 */
export function meantThings(
  all: readonly NamedThing[],
  heard: Heard,
  earlier: readonly (readonly NamedThing[])[],
  correction: Correction | null,
  reading: Reading,
): readonly NamedThing[] {
  const kept = correction ? all.filter(({ from }) => !correction.replaces(from, all)) : all;
  const asked = kept.filter((thing) => !isDenied(thing, heard));
  const left = asked.length > 0 || earlier.some((things) => things.length > 0) ? asked : kept;
  return left.map((thing, at) =>
    withWhole(thing, [left.slice(0, at), ...earlier, left.slice(at + 1)], reading),
  );
}

/** Whether a thing is said to be all right, or not to be what is meant. */
export function isDenied({ from, to }: NamedThing, { tokens }: Heard): boolean {
  const led = textOf(tokens, Math.max(0, from - 4), from);
  return NOT_IT.test(led) || ALL_RIGHT.test(textOf(tokens, to, to + 5));
}

function textOf(tokens: Heard["tokens"], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

/** "I think the compressor went": of the refrigerator that was spoken of, not of what such parts are mostly of. */
function withWhole(
  thing: NamedThing,
  context: readonly (readonly NamedThing[])[],
  { lexicon }: Reading,
): NamedThing {
  const partOf = lexicon.concept("things", thing.terms.at(-1) ?? "")?.partOf;
  if (!partOf || partOf.size < 2 || thing.wholes.length > 0) return thing;
  for (const things of context) {
    const whole = things.findLast(({ terms }) => partOf.has(terms.at(-1) ?? ""));
    if (whole) return { ...thing, wholes: [whole.terms.at(-1) ?? ""] };
  }
  return thing;
}
