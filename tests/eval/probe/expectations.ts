import type { PolicyClause } from "@live-copilot/shared";

/** One mechanical question, and what any fair answer to it is. */
export interface ProbeQuestion {
  readonly ask: string;
  readonly accept: readonly string[];
  /** Clauses of which one has to be cited. */
  readonly proof: readonly string[];
  /** The options that the customer bought. */
  readonly options: readonly string[];
  readonly of: "item" | "entry" | "part" | "exclusion" | "option bought" | "option not bought";
}

const NUMBER = /^(?:[A-Z]?\d+(?:\.\d+)*|[A-Z]|[ivx]+)[.):]?\s+/i;
const OPTIONAL = /\b(?:optional|add-?ons?|options?|extras?)\b/i;
const GENERAL =
  /\b(?:agreement|contract|plans?|limits?|fee|term|service|claim|visit|cancel|renew|transfer|about|definition|words|general|liability|requesting|changes|end|residents|amendment|coverage works|wear|order|rule|duty|equipment that|waiting|defect|review|parts no longer|what each|start|seller|inspection|improper|add-ons|more than one|matching|professional|damage|pests|misuse|weather|rust|commercial|defects?|mold|recalls|covered items?|guarantee|included|system failures|prices?|when|how|who|your|our)\b/i;
const LIST =
  /(?:do(?:es)? not cover|not (?:covered|included)|excluded)\s*:?\s*([\s\S]*?)(?=(?:\n[A-Z ]{4,}:)|(?:[.;]\s+(?:Covered|COVERED|LIMIT|NOTE|Limit|Note|INCLUDED)\s*:)|$)/i;
const COVERED =
  /(?:^|\n|\. )(?:COVERED|Covered|INCLUDED|Included):\s*([\s\S]*?)(?=(?:\n[A-Z ]{4,}:)|(?:[.;]\s+(?:Not covered|NOT COVERED|Excluded|EXCLUDED|LIMIT|Limit|NOTE|Note)\s*:)|$)/;
/** A heading in the line of its text: "PLUMBING SYSTEM. Covered: …". */
const RUN_IN = /^([A-Z][A-Z0-9 &/,'’()-]{2,60})\s?[.:–—-]\s+(?=[A-Z])/;
/** Rooms and groups that head several items. */
const ROOMS =
  /^(?:water|kitchen|laundry|garage|bath(?:room)?s?|outdoors?|home|house|systems?|appliances?|items?)$/;
const QUALIFIED =
  /\b(?:that|which|caused|by|from|unless|except|beyond|because|when|if|due|in|on|at|of|for|to|with|without|not|only|provided|other|outside|under|as)\b/i;

/** The questions that a library answers by itself: each heading, each entry of its lists, each option bought and not. */
export function probeQuestions(clauses: readonly PolicyClause[]): ProbeQuestion[] {
  const general = clauses.filter(({ states, plans, contractTypes }) => !states && !plans && !contractTypes);
  return unique(
    general.flatMap((clause) => [...itemQuestions(clause, general), ...excluded(clause, general)]),
  );
}

function leafOf({ section, text }: PolicyClause): string {
  const runIn = RUN_IN.exec(text)?.[1];
  if (runIn !== undefined && !/^(?:NOT )?(?:COVERED|INCLUDED|EXCLUDED|LIMITS?|NOTES?)$/.test(runIn))
    return runIn;
  return (section.split(" › ").at(-1) ?? "").replace(NUMBER, "").trim();
}

function isOptional(clause: PolicyClause): boolean {
  return (
    OPTIONAL.test(clause.title) ||
    clause.section
      .split(" › ")
      .slice(0, -1)
      .some((part) => OPTIONAL.test(part))
  );
}

/** The names of an item's heading: "Oven / range / cooktop" names three. */
function namesOf(clause: PolicyClause): string[] {
  const leaf = leafOf(clause).split(/:\s|\(/)[0] ?? "";
  if (leaf === "" || GENERAL.test(leaf)) return [];
  return leaf
    .split(/\s*(?:\/|,|\band\/or\b|\band\b|\bor\b|&)\s*/i)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name.length > 2 && !ROOMS.test(name) && name.split(" ").length <= 4);
}

function beside(clause: PolicyClause, clauses: readonly PolicyClause[]): string[] {
  const above = clause.section.split(" › ").slice(0, -1).join(" › ");
  const near = clauses.filter(
    (one) => one.documentId === clause.documentId && one.section.startsWith(above) && above !== "",
  );
  return [clause, ...near].map(({ documentId, clauseId }) => `${documentId}#${clauseId}`);
}

function itemQuestions(clause: PolicyClause, clauses: readonly PolicyClause[]): ProbeQuestion[] {
  const grants = clause.kind === "coverage" || COVERED.test(clause.text);
  if (!grants || /:\s*(?:what|limit)/i.test(leafOf(clause))) return [];
  const proof = beside(clause, clauses);
  const option = leafOf(clause);
  const names = namesOf(clause);
  // A heading of several words joined may lend its last word to the first: only whole names are asked.
  const asked = names.filter(
    (name, i) =>
      i === names.length - 1 || name.includes(" ") || names.length > 2 || !names.at(-1)?.includes(" "),
  );
  if (isOptional(clause)) {
    return asked.flatMap((name): ProbeQuestion[] => [
      {
        ask: `Is my ${name} covered?`,
        accept: ["Yes", "Partial"],
        proof,
        options: [option],
        of: "option bought",
      },
      {
        ask: `Is my ${name} covered?`,
        accept: ["No", "Partial"],
        proof: [],
        options: [],
        of: "option not bought",
      },
    ]);
  }
  const items = asked.map(
    (name): ProbeQuestion => ({
      ask: `Is my ${name} covered?`,
      accept: ["Yes", "Partial"],
      proof,
      options: [],
      of: "item",
    }),
  );
  const entries = entriesOf(COVERED.exec(clause.text)?.[1] ?? "").map(
    (entry): ProbeQuestion => ({
      ask: `Is my ${entry} covered?`,
      accept: ["Yes", "Partial"],
      proof,
      options: [],
      of: "entry",
    }),
  );
  return [...items, ...entries];
}

function excluded(clause: PolicyClause, clauses: readonly PolicyClause[]): ProbeQuestion[] {
  if (isOptional(clause)) return [];
  const isList = clause.kind === "exclusion" || /NOT (?:COVERED|INCLUDED):|EXCLUDED:/i.test(clause.text);
  const list = isList ? LIST.exec(clause.text)?.[1] : undefined;
  if (list === undefined || GENERAL.test(leafOf(clause).split(":")[0] ?? "")) return [];
  const [item] = namesOf(clause);
  return entriesOf(list).flatMap((entry): ProbeQuestion[] => {
    const isQualified = QUALIFIED.test(entry);
    const of = item !== undefined && entry.split(" ").length === 1 ? ` of my ${item}` : "";
    const accept = isQualified ? ["No", "Partial", "Unknown"] : ["No"];
    return [
      {
        ask: `Is the ${entry}${of} covered?`,
        accept,
        proof: isQualified ? [] : beside(clause, clauses),
        options: [],
        of: of === "" ? "exclusion" : "part",
      },
    ];
  });
}

/** The plain entries of a list, those of up to four words. */
function entriesOf(list: string): string[] {
  return list
    .replace(/\n- /g, "; ")
    .replace(/\.\s[\s\S]*$/, "")
    .split(/;|,(?! such)|\bor\b|\band\b/)
    .map((entry) =>
      entry
        .replace(/^[\s-]*(?:the |any |its |a |an )?/i, "")
        .replace(/[.\s]+$/, "")
        .toLowerCase(),
    )
    .filter((entry, i, all) => entry.includes(" ") || !(all[i + 1] ?? "").includes(" "))
    .filter(
      (entry) =>
        !/^(?:pumps?|motors?|panels?|leaks|waste|valves?|their .*|fans?|covers|problems|too .*|gas|lines .*)$/.test(
          entry,
        ),
    )
    .filter(
      (entry) =>
        /^[a-z][a-z' -]{3,}$/.test(entry) &&
        entry.split(" ").length <= 4 &&
        !/^(?:all|other|these|such|not|including)\b/.test(entry) &&
        !/\b(?:parts|components|unit|units|system|alike)\b/.test(entry),
    );
}

function unique(questions: readonly ProbeQuestion[]): ProbeQuestion[] {
  const seen = new Set<string>();
  return questions.filter(({ ask, options }) => {
    const key = `${ask}${options.join()}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
