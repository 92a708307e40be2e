import { setImmediate } from "node:timers/promises";
import type { PolicyDocument } from "@live-copilot/shared";
import {
  isChange,
  type LibraryPlan,
  type PolicyLibrary,
  planPut,
  planRetire,
  planSynonyms,
  readClauses,
  type StoredLibrary,
} from "@live-copilot/shared/copilot";
import type { Db } from "mongodb";
import { guarded } from "./connect.ts";
import { ensureIndexes } from "./indexes.ts";
import { commitPlan } from "./policy-library-commit.ts";
import { libraryCollections } from "./policy-library-documents.ts";
import { answering, byKey, headOfVersion, keyOf, type Manifest } from "./policy-library-manifest.ts";
import { type LibraryReads, type LibraryState, libraryReads, MOVED } from "./policy-library-reads.ts";

interface Decision<T> {
  readonly plan: LibraryPlan;
  /** What the caller is told once the plan is carried out. */
  readonly told: T;
}

/**
 * The policy library in a MongoDB database. Any number of processes may read and change it: each change builds on the
 * revision that it saw, or begins again. Rejects with CopilotError UNAVAILABLE; a change that lost the database in its
 * last step is made or not made, as a whole.
 */
export async function openMongoPolicyLibrary(db: Db): Promise<PolicyLibrary> {
  const collections = libraryCollections(db);
  await guarded(() => ensureIndexes(db, "policy_texts"));
  const reads = libraryReads(collections);
  const look = <T>(work: (state: LibraryState) => Promise<T | typeof MOVED>) =>
    guarded(() => reads.onNewest(work));
  const change = <T>(decide: (manifest: Manifest) => Promise<Decision<T> | typeof MOVED>) =>
    look(async (state) => {
      const decision = await decide(state.manifest);
      if (decision === MOVED) return MOVED;
      const done = !isChange(decision.plan) || (await commitPlan(collections, state, decision.plan));
      return done ? decision.told : MOVED;
    });
  return {
    revision: () => guarded(() => reads.revision()),
    list: () => look(async ({ manifest }) => answering(manifest).map(({ summary }) => summary)),
    document: (documentId, version) =>
      look(({ manifest }) => readDocument(reads, manifest, documentId, version)),
    async clauses() {
      const texts = await look(({ manifest }) =>
        reads.texts(answering(manifest).map(({ textId }) => textId)),
      );
      return await readClauses(texts, () => setImmediate());
    },
    put: (documents, also) =>
      change(async (manifest) => {
        const stored = await readStored(reads, manifest, documents);
        if (stored === MOVED) return MOVED;
        const { plan, change: told } = planPut(stored, documents, also);
        return { plan, told };
      }),
    retire: (documentIds) =>
      change(async (manifest) => {
        const plan = planRetire({ answering: () => answering(manifest).map(headOfVersion) }, documentIds);
        return { plan, told: plan.retire };
      }),
    remove: (documentId, version) =>
      change(async ({ versions }) => {
        const remove = versions
          .map(headOfVersion)
          .filter((head) => head.documentId === documentId && (version ?? head.version) === head.version);
        return { plan: { remove }, told: remove };
      }),
    synonyms: () => look(async ({ manifest }) => manifest.synonyms),
    setSynonyms: (groups) =>
      change(async ({ synonyms }) => ({
        plan: planSynonyms({ synonyms: () => synonyms }, groups),
        told: undefined,
      })),
  };
}

async function readDocument(
  reads: LibraryReads,
  manifest: Manifest,
  documentId: string,
  version: string,
): Promise<PolicyDocument | null | typeof MOVED> {
  const kept = manifest.versions.find(({ summary }) => keyOf(summary) === keyOf({ documentId, version }));
  if (!kept) return null;
  const text = await reads.text(kept.textId);
  return text === MOVED ? MOVED : JSON.parse(text);
}

/** What a put has to compare with: of the stored words only those of the versions that are put. */
async function readStored(
  reads: LibraryReads,
  manifest: Manifest,
  documents: readonly PolicyDocument[],
): Promise<StoredLibrary | typeof MOVED> {
  const versions = byKey(manifest);
  const ids = [...new Set(documents.flatMap((document) => versions.get(keyOf(document))?.textId ?? []))];
  const texts = await reads.texts(ids);
  if (texts === MOVED) return MOVED;
  const words = new Map(ids.map((id, index) => [id, texts[index]]));
  return {
    find(documentId, version) {
      const kept = versions.get(keyOf({ documentId, version }));
      const text = kept && words.get(kept.textId);
      return text === undefined ? null : { document: JSON.parse(text), retired: kept?.retired ?? false };
    },
    answering: () => answering(manifest).map(headOfVersion),
    synonyms: () => manifest.synonyms,
  };
}
