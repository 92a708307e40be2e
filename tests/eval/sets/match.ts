import type { SuggestionCard } from "@live-copilot/shared";
import type { PlayedRow } from "./play.ts";
import type { Expectation } from "./row.ts";

/** A played row with each expectation beside the card that answers it. */
export interface MatchedRow extends PlayedRow {
  readonly pairs: readonly { readonly want: Expectation; readonly got: SuggestionCard | undefined }[];
  /** Cards that nobody asked for. */
  readonly extra: readonly SuggestionCard[];
}

const STOP = new Set(
  "the and for that this what does will with your you are is was how much can customer company covered cover they them have has from".split(
    " ",
  ),
);

/** Gives each expectation the card that fits its words and proof best; no card is used twice. */
export function matchRow(played: PlayedRow): MatchedRow {
  const { expect } = played.row;
  const alone = expect.length === 1 ? 0.01 : 0;
  const fits = expect
    .flatMap((want) =>
      played.cards.map((card) => ({
        want,
        card,
        fit: overlap(want.question, card.question.text) + (proves(card, want) ? 0.6 : 0) + alone,
      })),
    )
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const taken = new Map<Expectation, SuggestionCard>();
  const used = new Set<SuggestionCard>();
  for (const { want, card } of fits) {
    if (taken.has(want) || used.has(card)) continue;
    taken.set(want, card);
    used.add(card);
  }
  return {
    ...played,
    pairs: expect.map((want) => ({ want, got: taken.get(want) })),
    extra: played.cards.filter((card) => !used.has(card)),
  };
}

/** Whether a citation is of a labelled clause or overlaps a labelled quote. */
export function proves(card: SuggestionCard, { quotes, clauses }: Expectation): boolean {
  return card.citations.some(({ quote, documentId, clauseId }) => {
    const cited = squash(quote);
    if (clauses.some((id) => id === `${documentId}#${clauseId}` || id === clauseId)) return true;
    return quotes.map(squash).some((wanted) => cited.includes(wanted) || wanted.includes(cited));
  });
}

/** Whether the decision counts as right: a "how much" may be answered by Partial or null where the label allows. */
export function isRight(want: Expectation, got: SuggestionCard | undefined): boolean {
  if (got === undefined) return false;
  if (want.decision === got.decision) return true;
  const either =
    (want.decision === null && got.decision === "Partial" && /\bpartial\b/i.test(want.why)) ||
    (want.decision === "Partial" && got.decision === null && /\bor null\b/i.test(want.why));
  const amounts = amountsOf(want);
  return either && amounts.length > 0 && amounts.every((amount) => says(got, amount));
}

/** The labelled facts that are numbers, as digits. */
export function amountsOf({ must }: Expectation): string[] {
  return must.flatMap((fact) => /\d[\d,.]*/.exec(fact)?.[0].replace(/[.,]$/, "") ?? []);
}

/** Whether a card's words hold a number. */
export function says({ script, reason }: SuggestionCard, amount: string): boolean {
  return `${script} ${reason ?? ""}`.includes(amount);
}

const squash = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s*•\-–—"“”'’]+/g, " ")
    .trim();

function words(text: string): Set<string> {
  const all = text
    .toLowerCase()
    .replace(/[^a-z0-9$ ]+/g, " ")
    .split(/\s+/);
  return new Set(all.filter((word) => word.length > 2 && !STOP.has(word)));
}

function overlap(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  return [...a].filter((word) => b.has(word)).length / Math.max(1, Math.min(a.size, b.size));
}
