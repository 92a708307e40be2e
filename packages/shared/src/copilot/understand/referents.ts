import type { Reading } from "./heard.ts";
import type { TurnReadings } from "./talk.ts";
import { belongingTo, type NamedThing } from "./things.ts";

interface Span {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const SEVERAL = /\b(?:either|both|those|they|them|these|all of (?:it|that|them)|two|neither)\b/;
const ONE =
  /\b(?:the|my|that|this) ((?:\w+ ){0,2})ones?\b((?: (?:in|on|under|at|by|up|down|out) (?:the |my |our )?\w+(?: room)?)?)/;

/** What a question without a name of its own points to: things of the turn so far, else of the turns before. */
export function referents(span: Span, turn: TurnReadings, reading: Reading): NamedThing[] {
  const named = turn.things.filter(({ sort, isOption }) => sort !== "vague" && !isOption);
  const own = named.some(({ isPlace }) => !isPlace) ? named.filter(({ isPlace }) => !isPlace) : named;
  const before = own.filter(({ to }) => to <= span.from);
  // A loss that is told behind the question is not what "it" points to, where a thing was spoken of before.
  const wasSpokenOf = turn.earlier.some((things) =>
    things.some(({ sort }) => sort === "thing" || sort === "part"),
  );
  const behind = own.filter(({ from, sort }) => from >= span.to && !(sort === "loss" && wasSpokenOf));
  const candidates = before.length > 0 ? before : behind;
  const one = ONE.exec(span.words);
  if (one) {
    const thing =
      (before.at(-1) ??
        turn.earlier
          .map(
            (things) =>
              things.findLast(({ sort, isPlace }) => sort === "thing" && !isPlace) ??
              things.findLast(({ sort }) => sort === "part"),
          )
          .find(Boolean)) ||
      null;
    return thing ? [another(thing, one[1] ?? "", one[2] ?? "", span)] : [];
  }
  const vague = turn.things.find(
    ({ sort, from, to }) => sort === "vague" && from >= span.from && to <= span.to,
  );
  const whole = vague && (candidates.findLast(({ sort }) => sort === "thing") ?? null);
  if (vague && whole) return [belongingTo(vague, whole, reading)];
  if (candidates.length > 0) return SEVERAL.test(span.words) ? several(candidates, span) : [main(candidates)];
  const told = turn.earlier.map((things) =>
    things.filter(({ sort, isOption }) => sort !== "vague" && !isOption),
  );
  const last =
    told.find((things) => things.some(({ sort }) => sort !== "loss")) ??
    told.find((things) => things.length > 0) ??
    [];
  if (last.length === 0) return [];
  const meant = SEVERAL.test(span.words) ? last : [main(last)];
  if (!vague) return meant;
  return meant.map((thing) => ({ ...thing, from: span.from, to: span.to }));
}

/** "Do you fix those": of the things that can be fixed, not of what came of it. */
function several(all: readonly NamedThing[], { words }: Span): NamedThing[] {
  const mendable = /\b(?:fix|repair|mend|replace)\b/.test(words)
    ? all.filter(({ sort }) => sort !== "loss")
    : [];
  return mendable.length > 0 ? mendable : [...all];
}

/** Of several things, the last that is no loss; a part outlives what it is a part of. */
function main(all: readonly NamedThing[]): NamedThing {
  const things = all.some(({ isPlace }) => !isPlace) ? all.filter(({ isPlace }) => !isPlace) : all;
  const known = things.findLast(({ sort }) => sort === "thing" || sort === "part");
  return (known ?? things.findLast(({ sort }) => sort === "loss") ?? things.at(-1)) as NamedThing;
}

/** "The one in the garage": the same kind of thing, told apart by what was said of it. */
function another(thing: NamedThing, which: string, place: string, { from, to }: Span): NamedThing {
  const bare = thing.said.replace(/^(?:the|my|our) /, "").replace(/^kitchen /, "");
  const said = `${which.trim()} ${bare}${place.replace(/\b(?:my|our)\b/, "the")}`.trim();
  return { ...thing, said, from, to };
}
