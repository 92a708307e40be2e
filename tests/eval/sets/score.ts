import { amountsOf, isRight, type MatchedRow, proves, says } from "./match.ts";

/** The figures of played rows by name: shares from 0 to 1, counts, milliseconds; null where nothing was to measure. */
export function figuresOf(rows: readonly MatchedRow[]): Record<string, number | null> {
  const pairs = rows.flatMap((row) => row.pairs);
  const extra = rows.flatMap((row) => row.extra);
  const hits = pairs.map(({ want, got }) => isRight(want, got));
  const proved = pairs.filter(
    ({ want, got }, i) =>
      hits[i] && got && (!hasProof(want) || want.decision === "Unknown" || proves(got, want)),
  );
  const falsely = (label: "Yes" | "No") =>
    pairs.filter(({ want, got }, i) => !hits[i] && got?.decision === label && want.decision !== label)
      .length + extra.filter(({ decision }) => decision === label).length;
  const decided = hits.filter((_, i) => isDecided(pairs[i]?.got?.decision));
  const citable = pairs.filter(({ want, got }) => got && hasProof(want));
  const said = pairs.flatMap(({ want, got }) =>
    got ? amountsOf(want).map((amount) => says(got, amount)) : [],
  );
  const silent = rows.filter(({ row }) => row.expect.length === 0);
  const intents = rows.filter(({ row }) => row.intent);
  const times = rows
    .flatMap(({ cards }) => cards.flatMap(({ timings }) => timings.sourcesMs ?? []))
    .sort((a, b) => a - b);
  const [low, high] = interval(hits);
  return {
    rows: rows.length,
    questions: pairs.length,
    decisionAccuracy: share(count(hits), hits.length),
    low95: low,
    high95: high,
    rightAndProved: share(proved.length, pairs.length),
    falseYes: share(falsely("Yes"), pairs.length),
    falseNo: share(falsely("No"), pairs.length),
    precisionDecided: share(count(decided), decided.length),
    decided: share(decided.length, pairs.length),
    evidenceCited: share(citable.filter(({ want, got }) => got && proves(got, want)).length, citable.length),
    amountSaid: share(count(said), said.length),
    cardsTooMany: share(extra.length, rows.length),
    silentWhenNothingAsked: share(silent.filter(({ cards }) => cards.length === 0).length, silent.length),
    intent: share(intents.filter(({ row, intent }) => row.intent === intent).length, intents.length),
    sourcesP50Ms: times[Math.floor((times.length - 1) * 0.5)] ?? null,
    sourcesP95Ms: times[Math.floor((times.length - 1) * 0.95)] ?? null,
  };
}

const count = (all: readonly boolean[]) => all.filter(Boolean).length;
const isDecided = (label: string | null | undefined) =>
  label === "Yes" || label === "No" || label === "Partial";
const hasProof = (want: { quotes: readonly string[]; clauses: readonly string[] }) =>
  want.quotes.length + want.clauses.length > 0;
const share = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;

/** The 95 % interval of a share by a bootstrap whose seed is fixed. */
function interval(hits: readonly boolean[]): [number | null, number | null] {
  if (hits.length === 0) return [null, null];
  let seed = 7;
  const next = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * hits.length);
  };
  const shares = Array.from({ length: 1000 }, () => count(hits.map(() => hits[next()] ?? false)))
    .map((right) => share(right, hits.length))
    .sort((a, b) => (a ?? 0) - (b ?? 0));
  return [shares[25] ?? null, shares[974] ?? null];
}
