import type { ReadClause } from "../contract/contract-book.ts";
import type { Entry } from "../contract/entry.ts";
import type { Statement } from "../contract/statement.ts";
import { capsOf } from "./caps-of.ts";
import { speaksOfAll } from "./causes.ts";
import { type Fit, fitEntry, fitName, type Holding, inSection } from "./fit.ts";

/** A statement that bears on the thing, with the entry that does and how; no entry: the whole section does. */
export interface Finding {
  readonly owner: ReadClause;
  readonly statement: Statement;
  readonly entry: Entry | null;
  readonly fit: Fit | null;
}

/** What the contract says of one thing, section by section. */
export interface Findings {
  /** The clauses of the thing's own section: its grant, and what stands beside it of the same names. */
  readonly home: readonly ReadClause[];
  /** How surely the section is the thing's: 0 where none was found. */
  readonly homeScore: number;
  readonly grants: readonly Finding[];
  readonly refusals: readonly Finding[];
  readonly caps: readonly Finding[];
  /** Lists of what plans hold. */
  readonly planLists: readonly Statement[];
}

const HEADING = { same: 10, kind: 9, whole: 8.5, likely: 6.4, group: 5.8, member: 4.6, narrower: 0 } as const;
const ENTRY = {
  same: 9.4,
  kind: 8.6,
  whole: 8.2,
  likely: 6.2,
  group: 5.2,
  member: 4.2,
  narrower: 0,
} as const;
/** A section that stands under the group's name: all of them alike. */
const OF_GROUP = 6;
/** What a name that was not said in full is worth beside one that was. */
const MISSING = 2.2;
const MATCHED = 0.6;
/** Below this a section shares no more with the thing than a group, by a name that nobody said. */
const LEAST = 2;
/** Sections this near to the best are the thing's, too. */
const NEAR = 0.35;

/** Reads what the clauses say of the thing. `plan` is the plan that is asked for, where one is. */
export function findAbout(clauses: readonly ReadClause[], holding: Holding): Findings {
  const planLists = clauses.flatMap(({ statements }) => statements.filter((one) => one.isPlanList));
  const scored = clauses
    .map((owner) => ({ owner, score: homeScore(owner, holding) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const core = scored.filter(({ score }) => score >= best - NEAR).map(({ owner }) => owner);
  const home = [...core, ...clauses.filter((one) => !core.includes(one) && standsBeside(one, core, holding))];
  const isOpen = clauses.some((owner) => grantsAllParts(owner, holding));
  const found = home.flatMap((owner) => bearing(owner, holding, core.includes(owner), isOpen));
  return {
    home,
    homeScore: best,
    grants: found.filter(({ statement }) => statement.sense === "grant"),
    refusals: [
      ...found.filter(({ statement }) => statement.sense === "refuse"),
      ...elsewhere(clauses, home, holding, best),
    ],
    caps: capsOf(clauses, home, holding),
    planLists,
  };
}

/** How much a clause is the section of the thing; what only excludes, lists plans or rules on all things is none. */
function homeScore(owner: ReadClause, holding: Holding): number {
  if (owner.level >= 2 || holding.subject.head === null) return 0;
  const own = owner.headings.at(-1);
  const grants = owner.statements.filter(({ sense, isPlanList }) => sense === "grant" && !isPlanList);
  if (grants.length === 0 || own?.sense === "refuse") return 0;
  const heading = Math.max(
    0,
    ...(own?.names ?? []).map((name) =>
      worth(fitName(name, name.length - 1, { ...holding, isGroup: true }), HEADING),
    ),
  );
  const entries = grants.flatMap((one) => one.entries);
  const entry = Math.max(
    0,
    ...entries.map((one) => (one.isCause ? 0 : worth(fitEntry(one, { ...holding, isGroup: true }), ENTRY))),
  );
  const best = Math.max(heading, entry);
  if (best === 0) return 0;
  const both = heading > 0 && entry > 0 ? 0.3 : 0;
  if (standsUnder(owner, holding.subject.head) && best < HEADING.group)
    return owner.option === null ? OF_GROUP : OF_GROUP - 0.5;
  return Math.max(0, best + both - (owner.option === null ? 0 : 0.5) + ofItsWhole(owner, holding));
}

/** "Plumbing › Pipes and leaks", of a plumbing that was asked about: the section stands under the group's name. */
export function standsUnder({ headings }: ReadClause, group: string | null): boolean {
  return headings.slice(0, -1).some(({ names }) => names.some((name) => name.some(({ id }) => id === group)));
}

/** A part's section is its whole's: the one that was said, else the one that such parts ordinarily belong to. */
function ofItsWhole({ headings }: ReadClause, { subject, lexicon }: Holding): number {
  const names = headings.at(-1)?.names.map((name) => name.at(-1)?.id ?? "") ?? [];
  // "My kitchen sink faucet", where faucets have a section of their own.
  const isThing = lexicon.concept("things", subject.head ?? "")?.sort === "thing";
  if (isThing && names.includes(subject.head ?? "")) return 0.4;
  const isOf = (whole: string) => names.some((name) => name === whole || lexicon.isA("things", whole, name));
  if (subject.wholes.size > 0)
    return [...subject.wholes].some(isOf) ? 1 : names.some((name) => subject.groups.has(name)) ? 0 : -20;
  return subject.defaultWhole !== null && isOf(subject.defaultWhole) ? 0.8 : 0;
}

function worth(fit: Fit | null, table: Readonly<Record<Fit["relation"], number>>): number {
  if (!fit) return 0;
  return Math.max(
    0,
    table[fit.relation] - MISSING * Math.min(2, fit.missing.length) + MATCHED * Math.min(2, fit.matched),
  );
}

/** Whether a clause belongs to the same item as the core ones: "Dishwasher: what is not covered", "Plumbing: limits". */
function standsBeside(one: ReadClause, core: readonly ReadClause[], { lexicon }: Holding): boolean {
  if (one.level >= 2) return false;
  return core.some((home) => {
    if (one.clause.documentId !== home.clause.documentId) return false;
    const own = one.headings.at(-1)?.names ?? [];
    // Under one heading, "Heating & Cooling", each section is of its own names only.
    const shared = new Set(one.headings.slice(0, -1).map(({ title }) => title));
    const names = home.headings.filter(({ title }) => !shared.has(title)).flatMap((heading) => heading.names);
    const isSub =
      one.headings.length > home.headings.length && startsWith(one.clause.section, home.clause.section);
    // "What we don't fix", without a name of its own, is of what stands above both.
    const above = one.headings.at(-2)?.title;
    const isOfSame = own.length === 0 && above !== undefined && shared.has(above) && namesOf(home, above);
    return (
      isSub ||
      isOfSame ||
      own.some((name) => {
        const head = name.at(-1)?.id ?? "";
        return names.some((other) => {
          const id = other.at(-1)?.id ?? "-";
          return id === head || lexicon.isA("things", id, head);
        });
      })
    );
  });
}

function namesOf({ headings }: ReadClause, title: string): boolean {
  return headings.some((heading) => heading.title === title && heading.names.length > 0);
}

function startsWith(section: string, above: string): boolean {
  return section.startsWith(`${above} › `);
}

/** "For each item all parts and components are covered": then no list of parts is closed. */
function grantsAllParts(owner: ReadClause, holding: Holding): boolean {
  return (
    owner.statements.some(({ sense, isWhole }) => sense === "grant" && isWhole) && speaksOfAll(owner, holding)
  );
}

const GOES_ON =
  /\b(?:including|includes?|such as|for example|e\.g|like|and (?:all )?other|every other|etc)\b/i;

/** "Covered: motor, drive, logic board": a list of parts without the asked part grants it not. */
function isClosedTo(owner: ReadClause, statement: Statement, holding: Holding): boolean {
  const { subject, lexicon } = holding;
  const isPart = subject.wholes.size > 0 || lexicon.concept("things", subject.head ?? "")?.sort === "part";
  const isNamed = owner.headings
    .slice(-1)
    .some(({ names }) =>
      names.some((name) =>
        /^(?:same|kind|whole)$/.test(fitName(name, name.length - 1, holding)?.relation ?? ""),
      ),
    );
  if (
    (!isPart && isNamed) ||
    statement.isWhole ||
    GOES_ON.test(statement.unit.text) ||
    statement.entries.length < 3
  )
    return false;
  const parts = statement.entries.filter(({ terms, head: at }) => {
    const sort = lexicon.concept("things", terms[at]?.id ?? "")?.sort;
    return sort === "part" || sort === "vague" || (!isNamed && sort === "thing");
  });
  return parts.length / statement.entries.length > 0.6;
}

function bearing(owner: ReadClause, holding: Holding, isCore: boolean, isOpen: boolean): Finding[] {
  return owner.statements.flatMap((statement): Finding[] => {
    if (statement.isPlanList) return [];
    const found = statement.entries.flatMap((entry): Finding[] => {
      const fit = fitEntry(entry, {
        ...inSection(holding, owner, true),
        isGroup: statement.sense === "grant",
      });
      return fit ? [{ owner, statement, entry, fit }] : [];
    });
    const whole: Finding[] =
      statement.sense === "grant" &&
      isCore &&
      found.length === 0 &&
      (isOpen || !isClosedTo(owner, statement, holding))
        ? [{ owner, statement, entry: null, fit: null }]
        : [];
    const unnamed =
      statement.sense === "refuse"
        ? statement.entries.map((entry): Finding => ({ owner, statement, entry, fit: null }))
        : [];
    return [...found, ...whole, ...unnamed.filter(({ entry }) => !found.some((one) => one.entry === entry))];
  });
}

/** What is left out by its name, wherever that stands; only where no section of its own grants the thing as surely. */
function elsewhere(
  clauses: readonly ReadClause[],
  home: readonly ReadClause[],
  holding: Holding,
  best: number,
): Finding[] {
  return (
    clauses
      // What an option leaves out says nothing of what stands outside of it.
      .filter((owner) => !home.includes(owner) && owner.option === null)
      .flatMap((owner) =>
        owner.statements
          .filter(({ sense, isPlanList }) => sense === "refuse" && !isPlanList)
          .flatMap((statement) =>
            statement.entries.flatMap((entry): Finding[] => {
              if (entry.isCause) return [];
              const fit = fitEntry(entry, { ...holding, isOwn: isUnder(owner, holding) });
              const isNamed =
                fit && (fit.relation === "same" || fit.relation === "kind" || fit.relation === "whole");
              if (
                fit &&
                fit.relation !== "whole" &&
                holding.subject.wholes.size > 0 &&
                !entry.terms.some(({ id }) => holding.subject.wholes.has(id)) &&
                isCommon(holding) &&
                !isOfWhole(owner, holding)
              )
                return [];
              // Another item's exclusion never decides where the thing has a section of its own.
              if (best > 0 && isOthers(owner, holding)) return [];
              const isSurer = best >= 9 && !(fit && fit.matched > 0);
              return fit && isNamed && !isSurer ? [{ owner, statement, entry, fit }] : [];
            }),
          ),
      )
  );
}

/** "The door itself", under "Garage door opener": its heading says what the short name is of. */
function isUnder({ headings }: ReadClause, { subject: { head } }: Holding): boolean {
  const stems = head?.split(" ") ?? [];
  const own = headings.at(-1)?.stems;
  return stems.length > 1 && own !== undefined && stems.slice(0, -1).every((stem) => own.has(stem));
}

/** A section of things that the asked one has nothing to do with. */
function isOthers({ headings }: ReadClause, holding: Holding): boolean {
  const names = (headings.at(-1)?.names ?? []).filter((name) => {
    const head = name.at(-1);
    return head?.known && holding.lexicon.concept("things", head.id)?.sort === "thing";
  });
  return names.length > 0 && names.every((name) => fitName(name, name.length - 1, holding) === null);
}

/** A part that many things have: only then it matters whose it is. */
function isCommon({ subject: { head }, lexicon }: Holding): boolean {
  return head !== null && !head.includes(" ") && (lexicon.concept("things", head)?.partOf.size ?? 0) !== 1;
}

/** Another item's exclusion of a like-named part is not this one's; one for all things is. */
function isOfWhole({ headings }: ReadClause, { subject, lexicon }: Holding): boolean {
  const names = headings.flatMap((heading) => heading.names).map((name) => name.at(-1)?.id ?? "");
  const isThing = (id: string) => lexicon.concept("things", id)?.sort === "thing";
  return (
    names.every((id) => !isThing(id)) ||
    names.some(
      (id) => subject.wholes.has(id) || [...subject.wholes].some((whole) => lexicon.isA("things", whole, id)),
    )
  );
}
