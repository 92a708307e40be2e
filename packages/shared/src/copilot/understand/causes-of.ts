import { stemsOf } from "../language/tokens.ts";
import { causesSaid } from "./causes-said.ts";
import { hear, type Reading } from "./heard.ts";
import type { TurnReadings } from "./talk.ts";
import { type NamedThing, thingsIn } from "./things.ts";

/** The causes told of the thing: in this turn, else in the caller's turns right before that speak of it. */
export function causesOf(
  thing: NamedThing | null,
  turn: TurnReadings,
  { lexicon, ...rest }: Reading,
): string[] {
  const named = [
    ...turn.things.filter(({ sort }) => sort === "thing" || sort === "part"),
    ...(thing ? [thing] : []),
  ];
  const own = causesSaid(turn.heard, lexicon).filter(
    ({ id, from, to }) =>
      // "Never changed the filter" tells more than the thing in it.
      named.every((one) => to <= one.from || from >= one.to || to - from > one.to - one.from + 1) &&
      !isSymptomOf(id, thing, lexicon),
  );
  const ids = new Set(own.map(({ id }) => id));
  if (ids.size > 0) return [...ids];
  const before = turn.talk.before.filter(({ speaker }) => speaker === "CUSTOMER").slice(-RECENT);
  for (const { text } of before) {
    const heard = hear([text]);
    const things = thingsIn(heard, { lexicon, ...rest });
    if (thing && !speaksOf(things, thing, lexicon)) continue;
    for (const cause of causesSaid(heard, lexicon)) {
      if (
        !isSymptomOf(cause.id, thing, lexicon) &&
        things.every(
          (one) =>
            one.sort === "loss" || one.sort === "vague" || cause.to <= one.from || cause.from >= one.to,
        )
      )
        ids.add(cause.id);
    }
  }
  return [...ids];
}

/** "The air conditioner froze up": what is wrong with it, not the frost outside. */
function isSymptomOf(cause: string, thing: NamedThing | null, lexicon: Reading["lexicon"]): boolean {
  const spared = lexicon.concept("causes", cause)?.fields.get("spares") ?? [];
  const ids = new Set(spared.map((name) => lexicon.books.things.get(stemsOf(name))));
  return [...(thing?.terms ?? []), ...(thing?.wholes ?? [])].some((id) => ids.has(id));
}

/** Turns of the caller's before this one whose causes are still of the thing. */
const RECENT = 2;

/** Whether a turn was about the thing: it names it, its part or its whole, or no thing at all. */
function speaksOf(things: readonly NamedThing[], thing: NamedThing, lexicon: Reading["lexicon"]): boolean {
  const known = things.filter(({ sort }) => sort === "thing" || sort === "part");
  if (known.length === 0) return true;
  const head = thing.terms.at(-1) ?? "";
  return known.some(({ terms, wholes }) => {
    const other = terms.at(-1) ?? "";
    const isPart =
      lexicon.concept("things", other)?.partOf.has(head) ||
      lexicon.concept("things", head)?.partOf.has(other);
    const groups = lexicon.concept("things", other)?.groups;
    const isNeighbour = [...(lexicon.concept("things", head)?.groups ?? [])].some((group) =>
      groups?.has(group),
    );
    return isNeighbour || other === head || isPart || wholes.includes(head) || thing.wholes.includes(other);
  });
}
