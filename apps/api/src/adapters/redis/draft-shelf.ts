import type { Draft } from "@live-copilot/shared/copilot";
import type { RedisClient } from "./client.ts";
import { DRAFT_SCRIPTS } from "./draft-scripts.ts";
import type { Names } from "./names.ts";

/** A draft that nobody goes on with: its speaker's source is gone. */
export const DRAFT_TTL_MS = 60_000;
/** Items that one session keeps; the one that was replaced longest ago goes first. */
export const MAX_PER_SESSION = 32;

/** Makes the scripts known, so that none is refused once and overtaken by the next. */
export async function loadScripts(client: RedisClient): Promise<void> {
  await Promise.all(Object.values(DRAFT_SCRIPTS).map(({ SCRIPT }) => client.scriptLoad(SCRIPT)));
}

/** Keeps the item's newest draft for late joiners and tells the followers on other replicas. */
export function shelve(client: RedisClient, names: Names, put: Put): Promise<boolean> {
  const { sessionId, draft, message } = put;
  return client.putDraft(
    names.drafts(sessionId),
    field(draft.lane, draft.id),
    message,
    String(DRAFT_TTL_MS),
    String(MAX_PER_SESSION),
    names.draftChannel(sessionId),
  );
}

export interface Put {
  readonly sessionId: string;
  readonly draft: Draft;
  /** The draft as the other replicas read it. */
  readonly message: string;
}

/** Takes an item away. Words that became a fact are never open again; a card may be written anew. */
export async function unshelve(client: RedisClient, key: string, item: Pick<Draft, "lane" | "id">) {
  const name = field(item.lane, item.id);
  if (item.lane === "script") await client.hDel(key, name);
  else await client.settleDraft(key, name);
}

/** The messages of a session's open items, in the order in which they were begun. */
export function readShelf(client: RedisClient, key: string): Promise<string[]> {
  return client.readDrafts(key, String(DRAFT_TTL_MS));
}

function field(lane: Draft["lane"], id: string): string {
  return `${lane}:${id}`;
}
