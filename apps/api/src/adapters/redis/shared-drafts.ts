import {
  createDraftListeners,
  createDraftPace,
  createOpenDrafts,
  type Draft,
  type Signals,
  within,
} from "@live-copilot/shared/copilot";
import { DRAFT_TTL_MS, MAX_PER_SESSION, readShelf, shelve, unshelve } from "./draft-shelf.ts";
import { both, type SharedDeps } from "./links.ts";
import { type DraftMessage, readDraft, writeDraft } from "./messages.ts";

/** Ten deliveries a second per item. */
const INTERVAL_MS = 100;
const READ_MS = 500;
/** Characters of this process's own drafts that are kept in all. */
const MAX_CHARS = 8_000_000;

export interface SharedDrafts extends Pick<Signals, "draft" | "dropDraft" | "drafts" | "onDraft"> {
  /** A draft came from Redis. */
  heard(sessionId: string, text: string): void;
  close(): void;
}

/**
 * Drafts that reach the listeners of this process at once, and those of the others through Redis, which also keeps the
 * newest of each open item. While Redis is away this process knows of its own only.
 */
export function createSharedDrafts({ links, names, origin }: SharedDeps): SharedDrafts {
  const own = createOpenDrafts({
    clock: () => Date.now(),
    ttlMs: DRAFT_TTL_MS,
    maxPerSession: MAX_PER_SESSION,
    maxChars: MAX_CHARS,
  });
  const listeners = createDraftListeners();
  // Paced here too: several replicas may have drafts of one item.
  const here = createDraftPace(INTERVAL_MS, listeners.tell);
  const elsewhere = createDraftPace(INTERVAL_MS, (sessionId, draft) => {
    const [client, message] = [links.publisher(), writeDraft(origin, draft)];
    if (client && message !== null) shelve(client, names, { sessionId, draft, message }).catch(lost);
  });

  /** Of an item of ours, what waits for its turn to be sent is newer than what was sent. */
  const newest = ({ from, draft }: DraftMessage, mine: readonly Draft[]): Draft =>
    (from === origin && mine.find(({ lane, id }) => lane === draft.lane && id === draft.id)) || draft;

  return {
    draft(sessionId, draft) {
      own.put(sessionId, draft);
      // Whoever listens later begins with the newest.
      if (listeners.has(sessionId)) here.offer(sessionId, draft);
      elsewhere.offer(sessionId, draft);
    },
    dropDraft(sessionId, lane, id) {
      own.drop(sessionId, lane, id);
      here.cancel(sessionId, lane, id);
      elsewhere.cancel(sessionId, lane, id);
      const client = links.publisher();
      if (client) unshelve(client, names.drafts(sessionId), { lane, id }).catch(lost);
    },
    async drafts(sessionId) {
      const mine = own.of(sessionId);
      const client = links.publisher();
      if (!client) return mine;
      try {
        const texts = await within(READ_MS, readShelf(client, names.drafts(sessionId)));
        return texts.flatMap((text) => readDraft(text, sessionId) ?? []).map((one) => newest(one, mine));
      } catch {
        return mine;
      }
    },
    onDraft: (sessionId, listener) =>
      both(listeners.add(sessionId, listener), links.listen(names.draftChannel(sessionId))),
    heard(sessionId, text) {
      if (!listeners.has(sessionId)) return;
      const message = readDraft(text, sessionId);
      if (message && message.from !== origin) here.offer(sessionId, message.draft);
    },
    close() {
      here.close();
      elsewhere.close();
      listeners.clear();
    },
  };
}

/** The next draft holds the whole text. */
function lost(): void {}
