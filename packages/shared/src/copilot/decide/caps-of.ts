import type { ReadClause } from "../contract/contract-book.ts";
import type { Entry } from "../contract/entry.ts";
import type { Finding, Findings } from "./findings.ts";
import { type Fit, fitEntry, type Holding, inSection } from "./fit.ts";

/** Caps of the thing: those of its section, and those elsewhere that name it or its section. */
export function capsOf(
  clauses: readonly ReadClause[],
  home: readonly ReadClause[],
  holding: Holding,
): Finding[] {
  const sectionNames = home.flatMap((owner) => owner.headings.slice(-1).flatMap((heading) => heading.names));
  return clauses.flatMap((owner) =>
    owner.statements
      .filter(({ amounts }) => amounts.some(({ isCap }) => isCap))
      .flatMap((statement): Finding[] => {
        const named = statement.entries.filter((entry) => entry.terms.length > 0 && !isServiceWord(entry));
        const fits = named.flatMap((entry): Finding[] => {
          const own = fitEntry(entry, inSection(holding, owner, home.includes(owner)));
          const named = own && /same|kind|whole|group/.test(own.relation) ? own : fitModifier(entry, holding);
          const fit = named ?? fitSection(entry, sectionNames, holding);
          return fit ? [{ owner, statement, entry, fit }] : [];
        });
        if (fits.length > 0) return fits;
        const things = named.filter((entry) => entry.terms.some((term) => isThing(term, holding)));
        if (home.includes(owner) && things.length === 0)
          return [{ owner, statement, entry: null, fit: null }];
        const heading = owner.headings.at(-1);
        const headed = heading?.names.some((name) =>
          sectionNames.some((other) => other.at(-1)?.id === name.at(-1)?.id),
        );
        return headed && things.length === 0 ? [{ owner, statement, entry: null, fit: null }] : [];
      }),
  );
}

/** "Professional-style appliances" of a professional range: the name before the head is what is capped. */
function fitModifier(entry: Entry, { subject, lexicon }: Holding): Fit | null {
  const head = entry.terms[entry.head]?.id ?? "";
  const isBrand =
    lexicon.concept("things", head)?.fields.has("brands") === true &&
    subject.said.has(head) &&
    head !== subject.head;
  return subject.modifiers.has(head) || isBrand ? { relation: "same", missing: [], matched: 2 } : null;
}

function isThing({ id, known }: Entry["terms"][number], { lexicon }: Holding): boolean {
  return known && !lexicon.concept("things", id)?.fields.has("empty");
}

function fitSection(
  entry: Entry,
  names: Findings["home"][number]["headings"][number]["names"],
  { lexicon }: Holding,
): Fit | null {
  const head = entry.terms[entry.head];
  if (!head || entry.terms.length - 1 > 1) return null;
  const same = names.some(
    (name) => name.at(-1)?.id === head.id || lexicon.isA("things", name.at(-1)?.id ?? "", head.id),
  );
  return same ? { relation: "group", missing: [], matched: 0 } : null;
}

const SERVICE = new Set(
  "access diagnosi diagno repair replac labor part term year claim servic contract agreement plan total aggreg all amount pay cost pound item limit cover failur maximum".split(
    " ",
  ),
);

function isServiceWord({ terms }: Entry): boolean {
  return terms.every(({ id }) => SERVICE.has(id) || /^[$\d]/.test(id));
}
