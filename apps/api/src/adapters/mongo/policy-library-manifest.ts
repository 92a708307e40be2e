import type { PolicyDocument, PolicyHead, PolicySummary } from "@live-copilot/shared";
import { type LibraryPlan, type Synonyms, summaryOf } from "@live-copilot/shared/copilot";

/** All that a library says at one revision but the words of its versions. */
export interface Manifest {
  /** By document and version. */
  readonly versions: readonly KeptVersion[];
  readonly synonyms: Synonyms;
}

export interface KeptVersion {
  readonly summary: PolicySummary;
  readonly retired: boolean;
  /** Where its words are. */
  readonly textId: string;
}

/** A version that is about to be added, and where its words are. */
export interface NewVersion {
  readonly document: PolicyDocument;
  readonly textId: string;
}

export const EMPTY: Manifest = { versions: [], synonyms: [] };

/** The versions by `<documentId>@<version>`. */
export function byKey({ versions }: Manifest): ReadonlyMap<string, KeptVersion> {
  return new Map(versions.map((version) => [keyOf(version.summary), version]));
}

export function keyOf({ documentId, version }: Pick<PolicyHead, "documentId" | "version">): string {
  return `${documentId}@${version}`;
}

/** The versions that can answer. */
export function answering({ versions }: Manifest): readonly KeptVersion[] {
  return versions.filter(({ retired }) => !retired);
}

export function headOfVersion({ summary: { clauseCount: _, ...head } }: KeptVersion): PolicyHead {
  return head;
}

/** The manifest after a change; the words of what it inserts are in `added`. */
export function nextManifest(before: Manifest, plan: LibraryPlan, added: readonly NewVersion[]): Manifest {
  const removed = new Set(plan.remove?.map(keyOf));
  const retired = new Set(plan.retire?.map(keyOf));
  const restored = new Set(plan.restore?.map(keyOf));
  const kept = before.versions
    .filter(({ summary }) => !removed.has(keyOf(summary)))
    .map((version) => {
      const key = keyOf(version.summary);
      return { ...version, retired: retired.has(key) || (version.retired && !restored.has(key)) };
    });
  const fresh = added.map(({ document, textId }) => ({
    summary: summaryOf(document),
    retired: false,
    textId,
  }));
  return {
    versions: [...kept, ...fresh].sort(byDocumentAndVersion),
    synonyms: plan.synonyms ?? before.synonyms,
  };
}

function byDocumentAndVersion({ summary: a }: KeptVersion, { summary: b }: KeptVersion): number {
  return order(a.documentId, b.documentId) || order(a.version, b.version);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
