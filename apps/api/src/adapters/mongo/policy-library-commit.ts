import { randomUUID } from "node:crypto";
import { CopilotError, type PolicyDocument } from "@live-copilot/shared";
import type { LibraryPlan } from "@live-copilot/shared/copilot";
import { isDuplicate } from "./connect.ts";
import type { LibraryCollections, TextDocument } from "./policy-library-documents.ts";
import { type Manifest, nextManifest } from "./policy-library-manifest.ts";
import type { LibraryState } from "./policy-library-reads.ts";

/** Bytes of one text; a document of the database holds 16 MiB. A manifest of this size names some 25,000 versions. */
const MAX_TEXT = 15 * 1024 * 1024;
/** Bytes that are sent at once: well under the time that a command may take. */
const MAX_SENT = 2 * 1024 * 1024;
const DELETED_AT_ONCE = 1_000;

/**
 * Makes a plan the next revision. The words go first, as texts that nobody refers to yet; then one small insert, the
 * revision's, makes all of it true at once. Gives false, with nothing changed, when another change took the number
 * first. Throws CopilotError TOO_LARGE before anything is stored.
 */
export async function commitPlan(
  collections: LibraryCollections,
  { revision, manifest: before }: LibraryState,
  plan: LibraryPlan,
): Promise<boolean> {
  const added = (plan.insert ?? []).map((document) => ({ document, textId: randomUUID() }));
  const manifest = nextManifest(before, plan, added);
  const manifestId = randomUUID();
  const texts = added.map(({ document, textId }) => textOf(textId, revision, document));
  texts.push(textOf(manifestId, revision, manifest));
  for (const batch of inBatches(texts)) await collections.texts.insertMany(batch);
  try {
    await collections.revisions.insertOne({ _id: revision + 1, manifest: manifestId });
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
  const kept = [manifestId, ...manifest.versions.map(({ textId }) => textId)];
  // The change is made; what could not be tidied up now is after the next one.
  await dropLeftOvers(collections, revision + 1, new Set(kept)).catch(() => undefined);
  return true;
}

/**
 * Deletes the texts that no revision will refer to any more: their writer saw a revision before `newest`, so the
 * number under which it could have brought them in is taken, and `newest` does not refer to them. What somebody is
 * writing at this moment for the revision after `newest` stays.
 */
async function dropLeftOvers(
  { texts }: LibraryCollections,
  newest: number,
  kept: ReadonlySet<string>,
): Promise<void> {
  const older = await texts
    .find({ base: { $lt: newest } }, { projection: { _id: 1 } })
    .map(({ _id }) => _id)
    .toArray();
  const left = older.filter((id) => !kept.has(id));
  for (let start = 0; start < left.length; start += DELETED_AT_ONCE) {
    await texts.deleteMany({ _id: { $in: left.slice(start, start + DELETED_AT_ONCE) } });
  }
}

function textOf(id: string, base: number, content: PolicyDocument | Manifest): TextDocument {
  const text = JSON.stringify(content);
  if (Buffer.byteLength(text) <= MAX_TEXT) return { _id: id, base, text };
  throw new CopilotError(
    "TOO_LARGE",
    "clauses" in content
      ? `Version ${content.version} of ${content.documentId} is too large: split the document.`
      : "The library has too many versions: remove those that no citation needs any more.",
  );
}

function* inBatches(texts: readonly TextDocument[]): Generator<TextDocument[]> {
  let batch: TextDocument[] = [];
  let bytes = 0;
  for (const document of texts) {
    const size = Buffer.byteLength(document.text);
    if (batch.length > 0 && bytes + size > MAX_SENT) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(document);
    bytes += size;
  }
  yield batch;
}
