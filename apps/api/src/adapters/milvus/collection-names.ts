import { createHash } from "node:crypto";

/**
 * The version of what rows and fields are. To be raised whenever either changes, stems and `indexedText` included:
 * the servers of the new version then build a collection of their own, while those of the old one go on with theirs.
 * The fields `text_hash` and `dense` keep their meaning between versions, so that vectors can be taken over.
 */
export const SCHEMA_VERSION = 1;

/** What a collection was built for. It is said by its name: not every Milvus keeps descriptions. */
export interface CollectionKind {
  readonly schema: number;
  /** The embedder's model as a name's part; null where there are no vectors. */
  readonly model: string | null;
  /** Numbers in a vector; 0 where there are none. */
  readonly dimension: number;
}

const READABLE = 60;

/** `<alias>_v1_words`, or `<alias>_v1_<model>_<size>`. */
export function collectionName(alias: string, { schema, model, dimension }: CollectionKind): string {
  return `${alias}_v${schema}_${model === null ? "words" : `${model}_${dimension}`}`;
}

/** What a collection was built for; null for one that is not ours. */
export function readCollectionName(alias: string, name: string): CollectionKind | null {
  if (!name.startsWith(`${alias}_v`)) return null;
  const found = /^(\d+)_(?:words|(\w+)_(\d+))$/.exec(name.slice(alias.length + 2));
  if (!found) return null;
  return { schema: Number(found[1]), model: found[2] ?? null, dimension: Number(found[3] ?? 0) };
}

/** A model's name in the letters that Milvus allows, still readable, and unlike any other's. */
export function modelKey(model: string): string {
  const readable = model.replace(/\W+/g, "_").slice(0, READABLE);
  return `${readable}_${createHash("sha256").update(model).digest("hex").slice(0, 8)}`;
}

/** The alias that marks a collection which is served no more, with the time: seconds since the epoch. */
export function retiredAlias(alias: string, seconds: number): string {
  return `${alias}_retired_${Math.floor(seconds)}`;
}

/** When a collection was marked so, in seconds since the epoch; null for an alias that says nothing of it. */
export function readRetiredAlias(alias: string, mark: string): number | null {
  const start = `${alias}_retired_`;
  return mark.startsWith(start) && /^\d+$/.test(mark.slice(start.length))
    ? Number(mark.slice(start.length))
    : null;
}
