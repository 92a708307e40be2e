import { changedParts } from "../../domain/changed-parts.ts";
import type { PolicyDocument, PolicyHead } from "../../domain/clause.ts";
import { CopilotError } from "../../domain/errors.ts";
import type { LibraryChange, LibraryPut, Synonyms } from "../ports.ts";
import { headOf } from "./document-parts.ts";

/** A library as it stands before a change. */
export interface StoredLibrary {
  /** A version, retired or not; null when it is not there. */
  find(
    documentId: string,
    version: string,
  ): { readonly document: PolicyDocument; readonly retired: boolean } | null;
  /** The versions that can answer, by document and version. */
  answering(): readonly PolicyHead[];
  synonyms(): Synonyms;
}

/** What a library does in one step, all of it or none. Where there is anything to do, its revision rises once. */
export interface LibraryPlan {
  readonly insert?: readonly PolicyDocument[];
  /** Retired versions that answer again. */
  readonly restore?: readonly PolicyHead[];
  readonly retire?: readonly PolicyHead[];
  readonly remove?: readonly PolicyHead[];
  /** Absent: they stay. */
  readonly synonyms?: Synonyms;
}

/** Whether a plan changes anything. */
export function isChange({ insert, restore, retire, remove, synonyms }: LibraryPlan): boolean {
  return synonyms !== undefined || [insert, restore, retire, remove].some((list) => list && list.length > 0);
}

/**
 * What PolicyLibrary.put has to do, and what it tells. Throws CopilotError CONFLICT when a version is there already
 * with other words, also earlier among the same documents.
 */
export function planPut(
  stored: StoredLibrary,
  documents: readonly PolicyDocument[],
  also: LibraryPut = {},
): { readonly plan: LibraryPlan; readonly change: LibraryChange } {
  const insert = new Map<string, PolicyDocument>();
  const restore: PolicyHead[] = [];
  const unchanged: PolicyHead[] = [];
  for (const document of documents) {
    const head = headOf(document);
    const key = `${head.documentId}@${head.version}`;
    const earlier = insert.get(key);
    const there = earlier
      ? { document: earlier, retired: false }
      : stored.find(head.documentId, head.version);
    if (!there) {
      insert.set(key, document);
      continue;
    }
    if (changedParts(there.document, document).length > 0) throw alreadyThere(head);
    unchanged.push(head);
    if (there.retired) restore.push(head);
  }
  const kept = new Set(documents.map(({ documentId }) => documentId));
  const retire = also.retireOthers ? answeringOf(stored, (documentId) => !kept.has(documentId)) : [];
  const words = also.synonyms && planSynonyms(stored, also.synonyms);
  const added = [...insert.values()];
  return {
    plan: { insert: added, restore, retire, ...words },
    change: { added: added.map(headOf), unchanged, retired: retire },
  };
}

/** What PolicyLibrary.retire has to do; `retire` is what it gives. */
export function planRetire(stored: Pick<StoredLibrary, "answering">, documentIds: readonly string[]) {
  const wanted = new Set(documentIds);
  return { retire: answeringOf(stored, (documentId) => wanted.has(documentId)) };
}

/** What PolicyLibrary.setSynonyms has to do: nothing, where they are the same. */
export function planSynonyms(stored: Pick<StoredLibrary, "synonyms">, synonyms: Synonyms): LibraryPlan {
  return JSON.stringify(synonyms) === JSON.stringify(stored.synonyms()) ? {} : { synonyms };
}

function answeringOf(
  stored: Pick<StoredLibrary, "answering">,
  wanted: (documentId: string) => boolean,
): readonly PolicyHead[] {
  return stored.answering().filter(({ documentId }) => wanted(documentId));
}

function alreadyThere({ documentId, version }: PolicyHead): CopilotError {
  return new CopilotError(
    "CONFLICT",
    `Version ${version} of ${documentId} is already there with other words; give the new text a new version.`,
    {
      fields: [
        { field: `${documentId}@${version}`, expected: "the words that are stored, or a new version" },
      ],
    },
  );
}
