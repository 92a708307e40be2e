import { CLAUSE_KINDS, type Clause } from "../../domain/clause.ts";
import type { Report } from "./file-problem.ts";
import { suggestion } from "./nearest-name.ts";

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly title: string;
  /** What the `{…}` block says; absent for a section's heading. */
  readonly clause?: Pick<Clause, "clauseId" | "kind" | "amends">;
}

const HEADING = /^ {0,3}(#{1,6})(?:\s+(.*))?$/;
const BLOCK = /\{([^{}]*)\}$/;
const CLAUSE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const FORM = "{#id .kind} or {#id .kind amends=other-id}";

/** Reads a heading; null for a line that is none. A block that is wrong is reported and left out. */
export function readHeading(text: string, line: number, report: Report): Heading | "broken" | null {
  const [, marks, words = ""] = HEADING.exec(text) ?? [];
  if (marks === undefined) return null;
  const written = words.replace(/\s+/g, " ").trim();
  const block = BLOCK.exec(written);
  const title = written
    .slice(0, block?.index)
    .replace(/ #+ ?$/, "")
    .trim();
  if (title === "") report(line, "the heading has no words");
  if (!block) return { level: marks.length, title };
  const clause = readBlock(block[1] ?? "", line, report);
  return clause ? { level: marks.length, title, clause } : "broken";
}

function readBlock(block: string, line: number, report: Report): Heading["clause"] | null {
  const parts = block.split(/\s+/).filter((part) => part !== "");
  const ids = parts.filter((part) => part.startsWith("#")).map((part) => part.slice(1));
  const kinds = parts.filter((part) => part.startsWith(".")).map((part) => part.slice(1));
  const named = parts.filter((part) => !/^[#.]/.test(part));
  let sound = true;
  const wrong = (message: string) => {
    sound = false;
    report(line, message);
  };
  const id = ids[0] ?? "";
  if (ids.length !== 1) wrong(`expected one clause id: ${FORM}`);
  else if (!CLAUSE_ID.test(id)) wrong(`"#${id}" is no clause id: expected letters, digits, "-", "_", "."`);
  const kind = CLAUSE_KINDS.find((known) => known === kinds[0]?.toLowerCase());
  if (kinds.length !== 1) wrong(`clause "${id}" needs one kind: ${kindList()}`);
  else if (!kind)
    wrong(`unknown kind ".${kinds[0]}"${suggestion(kinds[0] ?? "", CLAUSE_KINDS)} (${kindList()})`);
  const amends = readAmends(named, wrong);
  if (!sound || !kind) return null;
  return { clauseId: id, kind, ...(amends !== undefined && { amends }) };
}

function readAmends(named: readonly string[], wrong: (message: string) => void): string | undefined {
  let amends: string | undefined;
  for (const part of named) {
    const [name = "", value = ""] = part.split(/=(.*)/s);
    if (name !== "amends")
      wrong(`unknown attribute "${part}"${suggestion(name, ["amends"])} (expected ${FORM})`);
    else if (amends !== undefined) wrong(`"amends" is given twice: a clause amends one other`);
    else if (!CLAUSE_ID.test(value))
      wrong(`"${part}": expected the id of the amended clause, as in amends=service-fee`);
    else amends = value;
  }
  return amends;
}

function kindList(): string {
  return CLAUSE_KINDS.map((kind) => `.${kind}`).join(", ");
}
