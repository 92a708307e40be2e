import type { Collection, Db } from "mongodb";

/**
 * A revision of the library. Its number is its `_id`, so that of two changes that saw the same library one is refused;
 * numbers have no holes. None is ever deleted: a late writer must find its number taken.
 */
export interface RevisionDocument {
  readonly _id: number;
  /** Text of the manifest in force from this revision on. */
  readonly manifest: string;
}

/** A text that revisions refer to: a version of a document, or a manifest. It never changes. */
export interface TextDocument {
  /** Its own, whatever the words are: no two changes share a text. */
  readonly _id: string;
  /** The revision that its writer saw: the next one refers to it, or none ever will. */
  readonly base: number;
  /** JSON: names, order and nesting stay as they are on every server. */
  readonly text: string;
}

/** The policy library's collections. */
export interface LibraryCollections {
  readonly revisions: Collection<RevisionDocument>;
  readonly texts: Collection<TextDocument>;
}

export function libraryCollections(db: Db): LibraryCollections {
  return { revisions: db.collection("policy_revisions"), texts: db.collection("policy_texts") };
}
