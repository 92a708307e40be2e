import type { Clause } from "../../domain/clause.ts";
import { cutSection } from "./cut-section.ts";
import { findPlainHeadings, type PlainPart } from "./find-plain-headings.ts";
import { kindOfText } from "./kind-of-text.ts";
import { withoutNumbering } from "./plain-line.ts";

export interface PlainDocument {
  /** Of the `#` heading that the document begins with; null when it begins with none. */
  readonly title: string | null;
  readonly clauses: Clause[];
}

interface Section {
  readonly path: readonly string[];
  readonly text: readonly string[];
}

/** Reads a body whose headings have no `{#id .kind}`: ids from the headings' words, kinds from the text. */
export function splitPlain(body: readonly string[]): PlainDocument {
  const parts = findPlainHeadings(body);
  const first = parts[1];
  const title = first?.level === 1 ? first.title : null;
  const sections = readSections(parts, title === null ? undefined : first);
  const shared = countBy(sections.map(({ path }) => slugOf(path.at(-1) ?? "")));
  const unique = uniqueIds();
  const clauses = sections.flatMap(({ path, text }) => {
    const heading = path.at(-1) ?? "";
    const own = slugOf(heading);
    const above = path.at(-2);
    const base = (shared.get(own) ?? 0) > 1 && above !== undefined ? `${slugOf(above)}-${own}` : own;
    return cutSection(text).map((piece) => ({
      clauseId: unique(piece.number === null ? base : `${base}-${piece.number}`),
      section: path.join(" › "),
      kind: kindOfText(heading, piece.text),
      text: piece.text,
    }));
  });
  return { title, clauses };
}

/** A bold or capital line with nothing below it is words of the contract, not a heading. */
function readSections(parts: readonly PlainPart[], title: PlainPart | undefined): Section[] {
  const sections: Section[] = [];
  let path: PlainPart[] = [];
  for (const [index, part] of parts.entries()) {
    const bare = part.text.every((line) => line.trim() === "");
    const leads = (parts[index + 1]?.level ?? 0) > part.level;
    if (part.title !== null) path = [...path.filter((above) => above.level < part.level), part];
    const names = path.filter((above) => above !== title).flatMap((above) => above.title ?? []);
    const text = part.soft && bare && !leads ? [part.title ?? ""] : part.text;
    sections.push({ path: names.length > 0 ? names : ["Introduction"], text });
  }
  return sections;
}

function slugOf(title: string): string {
  const words = withoutNumbering(title).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const short = slug.length > 45 ? slug.slice(0, 45).replace(/-[^-]*$/, "") : slug;
  return short || "section";
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Gives each id once: a repeated one gets the next free number. */
function uniqueIds(): (id: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (id) => {
    let given = id;
    for (let number = next.get(id) ?? 2; taken.has(given); number++) {
      given = `${id}-${number}`;
      next.set(id, number + 1);
    }
    taken.add(given);
    return given;
  };
}
