import { callerWords, type Embedder } from "@live-copilot/shared/copilot";
import type { MilvusConnection } from "./connect.ts";
import type { RowHit } from "./fuse-hits.ts";
import { searchCollection } from "./search-collection.ts";
import type { FoundRows, TogetherQuery } from "./search-together.ts";

/** A question's vector may take this long; then the words alone decide. */
const EMBED_MS = 1_500;
/** What the situation counts against the question, as among words. */
const SITUATION_WEIGHT = 0.3;

export interface RowFinder {
  readonly connection: MilvusConnection;
  readonly collection: string;
  /** Null where meaning does not count. */
  readonly embedder: Embedder | null;
  /** Numbers in a vector. */
  readonly dimension: number;
}

/**
 * What each of these queries finds by its words and by its meaning; they share one filter. While the embedder is
 * away, by words alone. Rejects with UNAVAILABLE where Milvus is.
 */
export async function findRows(
  finder: RowFinder,
  queries: readonly TogetherQuery[],
): Promise<readonly FoundRows[]> {
  const [words, dense] = await Promise.all([findByWords(finder, queries), findByMeaning(finder, queries)]);
  return queries.map((_, index) => ({ words: words[index] ?? [], dense: dense[index] ?? [] }));
}

type Found = readonly (readonly RowHit[])[];

async function findByWords(
  { connection, collection }: RowFinder,
  queries: readonly TogetherQuery[],
): Promise<Found> {
  const said = queries.filter(({ words }) => words !== "");
  const found = await searchCollection(connection, {
    collection,
    field: "words",
    queries: said.map(({ words }) => words),
    ...shared(queries),
  });
  return queries.map((query) => found[said.indexOf(query)] ?? []);
}

async function findByMeaning(
  { connection, collection, embedder, dimension }: RowFinder,
  queries: readonly TogetherQuery[],
): Promise<Found> {
  if (!embedder) return [];
  const said = queries.flatMap(({ text, situation }) => [text, situation]);
  const texts = [...new Set(said)].filter((text) => text !== "");
  // What leaves the server holds no numbers and addresses of the caller's; the meaning is the same without them.
  const masked = texts.map((text) => callerWords(text, null));
  const embedded = await embedder.embed(masked, AbortSignal.timeout(EMBED_MS)).catch(() => []);
  if (embedded.length !== texts.length || embedded.some(({ length }) => length !== dimension)) return [];
  const vectorOf = (text: string) => embedded[texts.indexOf(text)] ?? [];
  return await searchCollection(connection, {
    collection,
    field: "dense",
    queries: queries.map(({ text, situation }) => meaningOf(vectorOf(text), vectorOf(situation), dimension)),
    ...shared(queries),
  });
}

/** The question's direction, turned a little towards the situation's where there is one. */
function meaningOf(question: readonly number[], situation: readonly number[], dimension: number): number[] {
  const scale = 1 / (lengthOf(question) || 1);
  const share = SITUATION_WEIGHT / (lengthOf(situation) || 1);
  return Array.from(
    { length: dimension },
    (_, i) => (question[i] ?? 0) * scale + (situation[i] ?? 0) * share,
  );
}

function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function shared(queries: readonly TogetherQuery[]): Pick<TogetherQuery, "filter" | "limit"> {
  return { filter: queries[0]?.filter ?? "", limit: Math.max(...queries.map(({ limit }) => limit)) };
}
