import { createHash } from "node:crypto";
import { nameKey, normaliseState, type PolicyClause, type PolicyHead } from "@live-copilot/shared";
import { indexedText } from "@live-copilot/shared/copilot";
import { MAX_TERMS, MAX_VALUE, MAX_VALUES } from "./collection-schema.ts";

/** Stands in a restriction's place where there is none. */
export const ANY = "*";

/** A clause as a row, but for its vector. */
export interface ClauseRow {
  /** Hash of all that is below: what has the same id is the same. */
  readonly id: string;
  /** Stems in order, split by spaces. */
  readonly terms: string;
  readonly plans: string[];
  readonly states: string[];
  readonly contract_types: string[];
  /** Key of the document's version. */
  readonly version: string;
  /** Hash of the text that is embedded. */
  readonly text_hash: string;
}

/** The row of a clause, which is found by these terms. */
export function clauseRow(clause: PolicyClause, terms: readonly string[]): ClauseRow {
  const row = {
    terms: cut(terms.join(" ")),
    plans: keysOf(clause.plans, nameKey),
    states: keysOf(clause.states, normaliseState),
    contract_types: keysOf(clause.contractTypes, nameKey),
    version: versionKey(clause),
    text_hash: hash(indexedText(clause)),
  };
  return { id: hash(JSON.stringify([clause.clauseId, row])), ...row };
}

/** The key of a version of a document. */
export function versionKey({ documentId, version }: PolicyHead): string {
  return hash(JSON.stringify([documentId, version]));
}

/**
 * The form in which a name is stored and filtered by. Names come from documents and from callers: what is not plain
 * letters and digits, or long, is stored as its hash, so that nothing ever has to be escaped in an expression.
 */
export function filterKey(name: string): string {
  return /^[A-Za-z0-9 ]+$/.test(name) && name.length < MAX_VALUE ? name : `#${hash(name)}`;
}

function keysOf(names: readonly string[] | null, key: (name: string) => string): string[] {
  if (names === null || names.length > MAX_VALUES) return [ANY];
  return [...new Set(names.map((name) => filterKey(key(name))))].sort();
}

/** As many whole terms as fit. */
function cut(terms: string): string {
  if (Buffer.byteLength(terms) <= MAX_TERMS) return terms;
  const start = Buffer.from(terms).subarray(0, MAX_TERMS).toString();
  return start.slice(0, start.lastIndexOf(" "));
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
