import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Collection, Db } from "mongodb";
import { guarded, isDuplicate } from "./connect.ts";

/** Something that was done, or a claim to do it; `by` names who did or does. */
interface MetaDocument {
  readonly _id: string;
  readonly by: string;
}

const LOOK_MS = 100;

/**
 * Does work unless some process did it before on this database; what was done is remembered in the collection `meta`.
 * Of processes that come at the same time one does it and the others wait; work that threw is not done, and the next
 * tries. Whoever holds up the others for `leaseMs` is passed over, so work that takes longer may run twice at once: it
 * has to bear that. Rejects with CopilotError UNAVAILABLE, and with what the work throws.
 */
export function onceInDatabase(db: Db, name: string, leaseMs = 15_000) {
  const meta = db.collection<MetaDocument>("meta");
  return async (work: () => Promise<void>): Promise<void> => {
    const by = randomUUID();
    const isDone = () => guarded(async () => (await meta.findOne({ _id: name })) !== null);
    if (await isDone()) return;
    const claims = await guarded(() => takeClaim(meta, { _id: name, by }, leaseMs));
    try {
      if (await isDone()) return;
      await work();
      await guarded(() => insertOrLeave(meta, { _id: name, by }));
    } finally {
      // One that stays because the database is away is passed over in time.
      await meta.deleteMany({ _id: { $in: claims } }).catch(() => undefined);
    }
  };
}

/**
 * Resolves with the claims to give back, once the last of them is ours. Claims are numbered: one that was held for too
 * long is not deleted but followed by the next, which an insert gives to one process only. How long it was held is
 * measured by our own clock, as others' may differ.
 */
async function takeClaim(
  meta: Collection<MetaDocument>,
  { _id: name, by }: MetaDocument,
  leaseMs: number,
): Promise<string[]> {
  let passed: string[] = [];
  let watched: { readonly by: string; readonly since: number } | undefined;
  for (;;) {
    const id = `${name}:claim:${passed.length + 1}`;
    if (await insertOrLeave(meta, { _id: id, by })) return [...passed, id];
    const holder = await meta.findOne({ _id: id });
    if (!holder) {
      passed = [];
      continue;
    }
    if (watched?.by !== holder.by) watched = { by: holder.by, since: performance.now() };
    if (performance.now() - watched.since >= leaseMs) passed = [...passed, id];
    else await setTimeout(LOOK_MS);
  }
}

/** Gives whether it was inserted: false when its `_id` is taken. */
async function insertOrLeave(meta: Collection<MetaDocument>, document: MetaDocument): Promise<boolean> {
  try {
    await meta.insertOne(document);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
