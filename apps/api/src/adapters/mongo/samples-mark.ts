import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Collection, Db } from "mongodb";
import { guarded, isDuplicate } from "./connect.ts";

/** Something that was done, or a claim to do it; `by` names who did or does. */
interface MetaDocument {
  readonly _id: string;
  readonly by: string;
}

interface Claim {
  readonly meta: Collection<MetaDocument>;
  readonly id: string;
  readonly by: string;
  readonly leaseMs: number;
}

const LOOK_MS = 100;

/**
 * Does work unless some process did it before on this database; what was done is remembered in the collection `meta`.
 * Of processes that come at the same time one does it and the others wait; work that threw is not done, and the next
 * tries. A claim that nobody gave back for `leaseMs` is another's for the taking, so work that takes longer may run
 * twice at once: it has to bear that. Rejects with CopilotError UNAVAILABLE, and with what the work throws.
 */
export function onceInDatabase(db: Db, name: string, leaseMs = 15_000) {
  const meta = db.collection<MetaDocument>("meta");
  return async (work: () => Promise<void>): Promise<void> => {
    const claim: Claim = { meta, id: `${name}:claim`, by: randomUUID(), leaseMs };
    const isDone = () => guarded(async () => (await meta.findOne({ _id: name })) !== null);
    if (await isDone()) return;
    await guarded(() => take(claim));
    try {
      if (await isDone()) return;
      await work();
      await guarded(() => insertOrLeave(meta, { _id: name, by: claim.by }));
    } finally {
      // A claim that stays because the database is away runs out.
      await meta.deleteOne({ _id: claim.id, by: claim.by }).catch(() => undefined);
    }
  };
}

/** Resolves once the claim is ours. How long others hold it is measured by our own clock: theirs may differ. */
async function take({ meta, id, by, leaseMs }: Claim): Promise<void> {
  let watched: { readonly by: string; readonly since: number } | undefined;
  while (!(await insertOrLeave(meta, { _id: id, by }))) {
    const holder = await meta.findOne({ _id: id });
    if (!holder) continue;
    if (watched?.by !== holder.by) watched = { by: holder.by, since: performance.now() };
    if (performance.now() - watched.since >= leaseMs) await meta.deleteOne({ _id: id, by: holder.by });
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
