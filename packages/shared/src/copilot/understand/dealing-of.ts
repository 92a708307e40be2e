import { stemsOf } from "../language/tokens.ts";
import { joined } from "../language/words.ts";
import { dealingSaid, dealingsSaid, type SaidDealing } from "./dealings-said.ts";
import { hear, type Reading } from "./heard.ts";
import { asksCover, kindOf } from "./kind.ts";
import { POINTERS } from "./points-back.ts";
import type { Span, TurnReadings } from "./talk.ts";
import type { NamedThing } from "./things.ts";

/** "Do I get a new one": of the thing that was spoken of, whatever else the turn asks. */
const NEW_ONE = /\b(?:a|another|brand) (?:new )?(?:one|replacement)\b/;
/** Whether a span is about a dealing rather than about a thing. */
export function dealingOf(
  span: Span,
  turn: TurnReadings,
  { lexicon }: Reading,
  inside: readonly NamedThing[],
): SaidDealing | null {
  const words = joined(turn.heard.words.slice(span.from, span.to));
  const kind = kindOf(words);
  const said = dealingSaid(turn.heard, [span.from, span.to], lexicon);
  const isTimeless = (one: SaidDealing) => isOnlyOfTime(one, { lexicon }) && isRequest(turn, words, kind);
  const own = said && !isTimeless(said) ? inTheStory(said, words, turn, { lexicon }) : null;
  if (
    own &&
    (inside.every(({ sort }) => sort === "vague") ||
      own.score >= 2 ||
      lexicon.concept("dealings", own.id)?.fields.has("cost") ||
      (!asksCover(words) && (kind !== "coverage" || own.score >= 1.2)))
  )
    return own;
  if (own || inside.length > 0) return null;
  const told = toldDealing(turn, { lexicon }, words);
  if (told) return told;
  // "Do you pay for that?" behind a story of a dealing: the story says which.
  const whole = dealingSaid(turn.heard, [0, turn.heard.tokens.length], lexicon);
  const isAboutThing = turn.things.some(({ sort }) => sort !== "vague") && kind === "coverage";
  if (
    whole &&
    NEW_ONE.test(words) &&
    turn.earlier.some((things) => things.some(({ sort }) => sort === "thing"))
  )
    return null;
  if (!whole || isTimeless(whole)) return null;
  return (whole.score >= 2 || kind !== "coverage") && !(isAboutThing && whole.score < 2) ? whole : null;
}

/** Turns of the caller's before this one that still tell what a dealing is asked of. */
const RECENT = 2;

/** "Will you reimburse me?", of a plumber who was hired without asking: then that is what the contract rules on. */
function inTheStory(
  said: SaidDealing,
  words: string,
  { heard, talk }: TurnReadings,
  { lexicon }: Pick<Reading, "lexicon">,
): SaidDealing {
  const above = (lexicon.concept("dealings", said.id)?.fields.get("yields to") ?? []).map(
    (name) => lexicon.books.dealings.get(stemsOf(name)) ?? name,
  );
  if (above.length === 0 || /\b(?:how|when|where)\b/.test(words)) return said;
  const before = talk.before.filter(({ speaker }) => speaker === "CUSTOMER").slice(-RECENT);
  const told = [heard, ...before.map(({ text }) => hear([text]))].flatMap((one) =>
    dealingsSaid(one, [0, one.tokens.length], lexicon),
  );
  return told.find(({ id }) => above.includes(id)) ?? said;
}

function isOnlyOfTime({ id }: SaidDealing, { lexicon }: Pick<Reading, "lexicon">): boolean {
  const asks = lexicon.concept("dealings", id)?.fields.get("asks");
  return asks?.length === 1 && asks[0] === "time";
}

/** "The sink is backed up, can somebody come?" asks for the work on the sink, not when it is done. */
function isRequest(turn: TurnReadings, words: string, kind: ReturnType<typeof kindOf>): boolean {
  return (
    kind === "coverage" &&
    turn.things.some(({ sort }) => sort === "thing") &&
    !/\b(?:when|how (?:soon|long|fast|quick\w*)|today|tonight|tomorrow|weekend|now|hours?|days?)\b/.test(
      words,
    )
  );
}

/** "So is that even allowed?", of what the turns before told of a dealing and of no thing. */
function toldDealing(
  turn: TurnReadings,
  { lexicon }: Pick<Reading, "lexicon">,
  words: string,
): SaidDealing | null {
  const points = POINTERS.test(words) || /\b(?:fee|charge|cost|penalty)\b/.test(words);
  if (turn.things.some(({ sort }) => sort !== "vague") || asksCover(words) || !points) return null;
  if (dealingSaid(turn.heard, [0, turn.heard.tokens.length], lexicon)) return null;
  const newestFirst = turn.talk.before.toReversed();
  const at = newestFirst.findIndex(({ speaker }) => speaker === "CUSTOMER");
  const heard = hear([newestFirst[at]?.text ?? ""]);
  const said = dealingSaid(heard, [0, heard.tokens.length], lexicon);
  const isOfThing = turn.earlier[at]?.some(({ sort }) => sort === "thing" || sort === "part");
  return said && said.score >= 1.5 && !isOfThing ? said : null;
}
