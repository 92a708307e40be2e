import type { Entry } from "../../contract/entry.ts";
import type { Statement } from "../../contract/statement.ts";
import { stemsOf } from "../../language/tokens.ts";
import type { Case } from "../case.ts";
import { speaksOfAll } from "../causes.ts";
import { fitEntry } from "../fit.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";
import type { Verdict } from "../verdict.ts";
import { isHeld } from "./held-by-option.ts";

/** A building of its own, apart from the home. */
const APART =
  /\b(?:detached (?:garage|building|shop|workshop|house|unit)|separate (?:building|structure|house)|(?:in|out in|out back in) (?:the|our|my|a) (?:shed|barn|workshop|guest ?house|pool house|casita|granny flat|mother in law suite|in law suite|in law unit|carriage house|back house|cottage|she shed|outbuilding|trailer|rv)|casita|granny flat|(?:in ?law|guest) (?:unit|suite|apartment|house|cottage)|back house|carriage house|adu|shop out (?:back|in the back|in the yard)|(?:not|isn['’]?t|aint|ain['’]t) (?:hooked|attached|connected) to the house)\b/i;
const MUST_BE = /\bmust be (?:located )?(?:inside|within|in)\b|\binside the main foundation\b/i;

function excluded(statement: Statement, entry: Entry): Verdict {
  return {
    decision: "No",
    rule: "elsewhere-placed",
    why: { why: "excluded", what: entry.text },
    proofs: [proofOf(statement, entry)],
  };
}

/** What every thing must be inside of, where no sentence beside it lets this thing be elsewhere. */
function outside(given: Case): Verdict | null {
  for (const owner of given.clauses.filter((one) => speaksOfAll(one, given))) {
    const must = owner.statements.find(({ unit }) => MUST_BE.test(unit.text));
    const isLet = owner.statements.some(
      ({ unit, entries }) =>
        /\bmay be outside\b/i.test(unit.text) && entries.some((entry) => fitEntry(entry, given) !== null),
    );
    if (!must || isLet) continue;
    const condition = must.unit.text.replace(/[.]$/, "");
    return {
      decision: "No",
      rule: "elsewhere-placed",
      why: { why: "condition", sense: "if", condition, met: false },
      proofs: [proofOf(must)],
    };
  }
  return null;
}

/** "But not guest houses, sheds or other outbuildings": the place itself is left out. */
function leftOut(given: Case, place: string): Verdict | null {
  for (const owner of given.clauses.filter((one) => speaksOfAll(one, given))) {
    for (const statement of owner.statements.filter(({ sense }) => sense === "refuse")) {
      const entry = statement.entries.find(
        ({ terms, head, text }) => OUTBUILDING.test(text) && given.subject.said.has(terms[head]?.id ?? ""),
      );
      const any =
        entry ??
        statement.entries.find(({ text }) =>
          /\b(?:outbuildings?|other (?:buildings|structures))\b/i.test(text),
        );
      // "With its attached or detached garage, but not guest houses or sheds".
      if (!any || (!entry && statement.unit.text.toLowerCase().includes(place.toLowerCase()))) continue;
      return excluded(statement, any);
    }
  }
  return null;
}

/** The section of the option that brings such a building in. */
function optionFor({ clauses }: Case, place: string) {
  const words = stemsOf(`${place} guest unit`);
  return clauses.find(
    ({ option, headings }) =>
      option !== null && words.filter((word) => headings.at(-1)?.stems.has(word)).length >= 2,
  );
}

function isBroughtIn(given: Case, place: string): boolean {
  const option = optionFor(given, place)?.option ?? null;
  return option !== null && isHeld(option, given) === true;
}

/** A guest unit that only an option brings in. */
function byOption(given: Case, place: string): Verdict | null {
  const owner = optionFor(given, place);
  const [statement] = owner?.statements ?? [];
  if (!owner?.option || !statement || isHeld(owner.option, given) === true) return null;
  return {
    decision: "No",
    rule: "elsewhere-placed",
    why: { why: "option", option: owner.option, held: false },
    proofs: [proofOf(statement)],
  };
}

/** "It serves the whole building". */
const SHARED =
  /\b(?:whole building|entire building|shared (?:by|with)|all (?:the |of )?(?:us|units|apartments|condos)|(?:two|three|four|five|six|seven|eight|ten|several|other) (?:units|apartments|condos|families)|common (?:boiler|heating|furnace|line|water heater))\b/i;
const OF_SHARED =
  /\b(?:shared|common (?:systems?|areas?)|more than one (?:unit|dwelling|home|apartment)|several (?:units|homes|dwellings)|other (?:units|apartments)|serves? (?:more|several|other))\b/i;

/** What the terms say of a thing that several homes share. */
function sharedBy(given: Case): Verdict | null {
  for (const owner of given.clauses) {
    const statement = owner.statements.find(
      ({ sense, unit }) => sense === "refuse" && OF_SHARED.test(unit.text),
    );
    if (!statement) continue;
    return {
      decision: "No",
      rule: "elsewhere-placed",
      why: { why: "rule", sentence: statement.unit.text },
      proofs: [proofOf(statement)],
    };
  }
  return null;
}

/** A pipe out in the yard, where the contract's pipes are those inside the walls. */
const OUTDOORS =
  /\b(?:(?:out )?in (?:the|my|our) (?:front |back |side )?(?:yard|lawn|garden|driveway)|under (?:the|my|our) (?:front |back )?(?:yard|lawn|driveway|street)|outside (?:the|my|our) (?:house|home|foundation)|between the house and|out (?:by|near|at) the (?:street|road|curb|meter)|to the street|under the street)\b/i;
const BEYOND = /\b(?:outside|beyond|outdoors?|exterior|underground)\b/i;

/** What is left out beyond the walls, or covered inside of them only. */
function beyondWalls(given: Case): Verdict | null {
  const groups = [...given.subject.groups, given.subject.head ?? ""];
  if (!groups.some((id) => /plumb|pipe|drain|sewer/.test(id))) return null;
  for (const { statement, entry, fit } of given.findings.refusals) {
    if (!entry || !fit || !/^(?:same|kind|whole|group)$/.test(fit.relation)) continue;
    if (!BEYOND.test(entry.narrowing) && !BEYOND.test(entry.text)) continue;
    return excluded(statement, entry);
  }
  return null;
}

const OUTBUILDING =
  /\b(?:guest ?houses?|sheds?|barns?|workshops?|outbuildings?|detached|separate (?:buildings?|structures?)|other (?:buildings|structures|dwellings)|pool houses?|cottages?)\b/i;

const PLACES =
  /\b(kitchen|garage|basement|attic|bathroom|bedroom|laundry room|upstairs|downstairs|outside|yard|shed|barn|patio|guest house|pool house|workshop)\b/g;
const OTHERS = /\b(?:second|another|extra|spare|other|additional)\b/;
const ONLY = /\b(?:one|only|single|located in|must be)\b/i;

/** The contract covers one of a kind, or only where it stands, and the caller's stands elsewhere or is another one. */
export const elsewherePlaced: Rule = (given) => {
  const { question, findings } = given;
  const said = question.thing?.said ?? "";
  const places: readonly string[] = said.match(PLACES) ?? [];
  const apart = APART.exec(question.told);
  if (apart && isBroughtIn(given, apart[0])) return null;
  if (apart) return outside(given) ?? leftOut(given, apart[0]) ?? byOption(given, apart[0]);
  const shared = SHARED.test(question.told) ? sharedBy(given) : null;
  if (shared) return shared;
  if (OUTDOORS.test(question.told)) {
    const verdict = beyondWalls(given);
    if (verdict) return verdict;
  }
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
