import type { Lexicon } from "../language/lexicon.ts";
import { termsOf } from "../language/terms.ts";
import { stemsOf, tokensOf } from "../language/tokens.ts";
import type { Question } from "../understand/question.ts";
import type { Subject } from "./fit.ts";

const NOTHING: Subject = {
  head: null,
  own: new Set(),
  wholes: new Set(),
  likelyWholes: new Set(),
  defaultWhole: null,
  modifiers: new Set(),
  groups: new Set(),
  said: new Set(),
};

/** Words that tell nothing of the thing: "the guy at the gas station". */
const OTHER_GAS = /\bgas (?:station|bill|company|man|smell|guy)\b/gi;

/** The thing of a question, with what the lexicon knows of it. */
export function subjectOf({ thing, told }: Question, lexicon: Lexicon): Subject {
  const tokens = tokensOf(told.replace(OTHER_GAS, " "));
  const said = new Set([...termsOf(tokens, lexicon).map(({ id }) => id), ...tokens.map(({ stem }) => stem)]);
  const head = thing?.terms.at(-1);
  if (!thing || head === undefined) return { ...NOTHING, said };
  const own = new Set(thing.terms);
  for (const stem of tokensOf(thing.said)) own.add(stem.stem);
  const concept = lexicon.concept("things", head);
  // Where its whole was said, nothing else is likely.
  const likelyWholes = new Set(thing.wholes.length > 0 ? [] : (concept?.partOf ?? []));
  const groups = new Set<string>();
  const add = (id: string) => {
    for (const group of lexicon.concept("things", id)?.groups ?? []) groups.add(group);
    for (const wider of lexicon.concept("things", id)?.kindOf ?? []) {
      for (const group of lexicon.concept("things", wider)?.groups ?? []) groups.add(group);
    }
  };
  add(head);
  for (const whole of [...thing.wholes, ...likelyWholes]) add(whole);
  const first = concept?.fields.get("of")?.[0];
  const defaultWhole = first === undefined ? null : (lexicon.books.things.get(stemsOf(first)) ?? null);
  const modifiers = new Set(thing.terms.slice(0, -1).filter((id) => id !== head));
  return { head, own, wholes: new Set(thing.wholes), likelyWholes, defaultWhole, modifiers, groups, said };
}
