import {
  CopilotError,
  normaliseState,
  policyDocumentInput,
  policyIngestInput,
  policyListInput,
  policyRemoveInput,
  policySearchInput,
  versionInForce,
} from "@live-copilot/shared";
import { ingestDocuments, nearestClauses } from "@live-copilot/shared/copilot";
import type { ApiDeps } from "../../deps.ts";
import { procedure, router } from "../trpc.ts";

export const policyRouter = router({
  /** The versions of documents that can answer. */
  list: procedure.input(policyListInput).query(async ({ ctx: { deps } }) => ({
    documents: [...(await deps.library.list())],
  })),

  /** One version with its clauses, also one that no longer answers; absent: the version in force today. */
  document: procedure.input(policyDocumentInput).query(async ({ input, ctx: { deps } }) => {
    const { documentId } = input;
    const version = input.version ?? (await versionToday(deps, documentId));
    const document = version ? await deps.library.document(documentId, version) : null;
    if (!document)
      throw new CopilotError("DOCUMENT_NOT_FOUND", "The library has no such document or version.");
    return document;
  }),

  /** Clauses that answer in this scope, best first. */
  search: procedure.input(policySearchInput).query(async ({ input, ctx: { deps } }) => {
    const { query, plan, state, contractType, limit } = input;
    const scope = {
      plan: plan || null,
      state: state ? normaliseState(state) : null,
      contractType: contractType || null,
      at: input.at ?? today(deps),
    };
    return { hits: [...(await nearestClauses(deps, { text: query, situation: "", scope, limit }))] };
  }),

  /** Adds documents in the library's format; all or none. */
  ingest: procedure.input(policyIngestInput).mutation(async ({ input, ctx: { deps } }) => {
    const { added, unchanged, retired } = await ingestDocuments(deps, input.documents, {
      retireMissing: false,
    });
    await deps.refreshIndex();
    return { added: [...added], unchanged: [...unchanged], retired: [...retired] };
  }),

  /** Deletes a version, or all of a document's, for good. Citations of it no longer open. */
  remove: procedure.input(policyRemoveInput).mutation(async ({ input, ctx: { deps } }) => {
    const removed = await deps.library.remove(input.documentId, input.version);
    if (removed.length === 0)
      throw new CopilotError("DOCUMENT_NOT_FOUND", "The library has no such document or version.");
    await deps.refreshIndex();
    return { removed: [...removed] };
  }),
});

async function versionToday(
  deps: Pick<ApiDeps, "library" | "now">,
  documentId: string,
): Promise<string | undefined> {
  const documents = await deps.library.list();
  const versions = documents.filter((document) => document.documentId === documentId);
  return versionInForce(versions, today(deps))?.version;
}

function today({ now }: Pick<ApiDeps, "now">): string {
  return new Date(now()).toISOString().slice(0, 10);
}
