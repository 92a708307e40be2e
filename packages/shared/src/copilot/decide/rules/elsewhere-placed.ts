import { fitEntry } from "../fit.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";

const PLACES =
  /\b(kitchen|garage|basement|attic|bathroom|bedroom|laundry room|upstairs|downstairs|outside|yard|shed|barn|patio|guest house|pool house|workshop)\b/g;
const OTHERS = /\b(?:second|another|extra|spare|other|additional)\b/;
const ONLY = /\b(?:one|only|single|located in|must be)\b/i;

/** The contract covers one of a kind, or only where it stands, and the caller's stands elsewhere or is another one. */
export const elsewherePlaced: Rule = (given) => {
  const { question, findings } = given;
  const said = question.thing?.said ?? "";
  const places: readonly string[] = said.match(PLACES) ?? [];
  if (places.length === 0 && !OTHERS.test(said)) return null;
  const restricting = given.clauses
    .filter(({ option }) => option === null)
    .flatMap(({ statements }) => statements)
    .find(({ unit, entries, clause, sense }) => {
      if (sense === "refuse" || clause.plans !== null || !ONLY.test(unit.text)) return false;
      const own: readonly string[] = unit.text.match(PLACES) ?? [];
      const isThings =
        entries.some((entry) => fitEntry(entry, given) !== null) ||
        findings.home.some((owner) => owner.clause === clause);
      return isThings && own.length > 0 && !places.some((place) => own.includes(place));
    });
  if (!restricting) return null;
  const place = (restricting.unit.text.match(PLACES) ?? [])[0] ?? "";
  return {
    decision: "No",
    rule: "elsewhere-placed",
    why: { why: "place", place: `the one in the ${place}` },
    proofs: [proofOf(restricting)],
  };
};
