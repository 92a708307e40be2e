import type { PolicyHit } from "../../domain/clause.ts";
import { type Reading, readClause } from "./read-clause.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Remembered {
  readonly text: string;
  readonly reading: Reading;
}

/** Readings by vocabulary and clause: a clause of a version never changes, so it is read once. */
const remembered = new WeakMap<Vocabulary, Map<string, Remembered>>();
const AT_MOST = 5_000;

/** Reads the clauses of an answer. */
export function readingsOf(hits: readonly PolicyHit[], vocabulary: Vocabulary): Reading[] {
  const mixed = hits.some((hit) => hit.contractTypes === null);
  const known = remembered.get(vocabulary) ?? new Map<string, Remembered>();
  remembered.set(vocabulary, known);
  return hits.map((hit) => {
    const key = `${hit.documentId}\n${hit.version}\n${hit.clauseId}\n${mixed}`;
    const found = known.get(key);
    if (found?.text === hit.text && found.reading.hit.section === hit.section)
      return { ...found.reading, hit };
    const reading = readClause(hit, vocabulary, mixed);
    if (known.size >= AT_MOST) known.clear();
    known.set(key, { text: hit.text, reading });
    return reading;
  });
}
