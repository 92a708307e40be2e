import { setTimeout } from "node:timers/promises";
import { CopilotError } from "@live-copilot/shared";
import type { LibraryCollections } from "./policy-library-documents.ts";
import { EMPTY, type Manifest } from "./policy-library-manifest.ts";

/** The library as it stood when it was looked at. */
export interface LibraryState {
  readonly revision: number;
  readonly manifest: Manifest;
}

/** What work gives when the library changed under it: it has to begin again. */
export const MOVED = Symbol("moved");

export interface LibraryReads {
  /** The newest revision's number: one entry of one index. */
  revision(): Promise<number>;
  /** Does work on the newest state, and again on a newer one as often as it gives MOVED. */
  onNewest<T>(work: (state: LibraryState) => Promise<T | typeof MOVED>): Promise<T>;
  /** One text; MOVED when it is gone. By equality, which every server finds by an index. */
  text(id: string): Promise<string | typeof MOVED>;
  /** The texts with these ids, in their order; MOVED when one of them is gone. */
  texts(ids: readonly string[]): Promise<readonly string[] | typeof MOVED>;
}

const ATTEMPTS = 40;
/** Longest wait before another attempt; those who race wait for different times. */
const MAX_WAIT_MS = 200;
/** Texts that are asked for at once, and that come at once. */
const ASKED = 5_000;
const BATCH = 20;

/** Reads of the library. Remembers the newest manifest that it saw: a manifest never changes. */
export function libraryReads({ revisions, texts }: LibraryCollections): LibraryReads {
  let seen: { readonly id: string; readonly manifest: Manifest } | undefined;

  async function newest(): Promise<LibraryState | typeof MOVED> {
    const [head] = await revisions.find().sort({ _id: -1 }).limit(1).toArray();
    if (!head) return { revision: 0, manifest: EMPTY };
    if (seen?.id !== head.manifest) {
      const found = await texts.findOne({ _id: head.manifest });
      if (!found) return MOVED;
      seen = { id: head.manifest, manifest: JSON.parse(found.text) };
    }
    return { revision: head._id, manifest: seen.manifest };
  }

  return {
    async revision() {
      const [head] = await revisions
        .find({}, { projection: { _id: 1 } })
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      return head?._id ?? 0;
    },
    async onNewest(work) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const state = await newest();
        const done = state === MOVED ? MOVED : await work(state);
        if (done !== MOVED) return done;
        await setTimeout(Math.random() * Math.min(10 * attempt, MAX_WAIT_MS));
      }
      throw new CopilotError("UNAVAILABLE", "The policy library is being changed by others all the time.", {
        retryAfter: 1,
      });
    },
    text: async (id) => (await texts.findOne({ _id: id }))?.text ?? MOVED,
    async texts(ids) {
      const found = new Map<string, string>();
      for (let start = 0; start < ids.length; start += ASKED) {
        const asked = ids.slice(start, start + ASKED);
        const cursor = texts.find({ _id: { $in: asked } }, { projection: { text: 1 }, batchSize: BATCH });
        for await (const { _id, text } of cursor) found.set(_id, text);
      }
      const inOrder = ids.map((id) => found.get(id));
      return inOrder.every((text) => text !== undefined) ? inOrder : MOVED;
    },
  };
}
