import {
  emptySessionMemory,
  type FactKind,
  isEmptyUpdate,
  type Remembered,
  remember,
  rememberNext,
  type SessionMemory,
  type SuggestionUpdate,
} from "@live-copilot/shared";
import { followSession } from "@live-copilot/shared/copilot";
import { tracked } from "@trpc/server";
import type { WebSocket } from "ws";
import type { ApiDeps } from "../../deps.ts";
import { shownStatus } from "../../sessions/copilot-status.ts";
import { asTrpcError } from "../errors.ts";
import { drained } from "../with-socket.ts";
import { draftBox } from "./draft-box.ts";
import type { FollowInput } from "./follow-transcript.ts";

/** What an update is made from beside its own event. Cards and segments come whole. */
const BACKGROUND: readonly FactKind[] = ["context", "customer", "copilot", "feedback", "end"];
const PAGE = 500;

type FeedDeps = Pick<ApiDeps, "log" | "signals" | "memories" | "metrics" | "ttlSeconds">;

/** The feed of all that changes about a session beside its transcript, event by event. */
export async function* followSuggestions(
  deps: FeedDeps,
  socket: WebSocket | null,
  { sessionId, lastEventId = "0", signal }: FollowInput,
) {
  const drafts = draftBox(deps.signals, sessionId, "script");
  let sent = Number(lastEventId);
  using _counted = deps.metrics.subscriber("suggestion");
  try {
    let memory = await memoryAt(deps, sessionId, sent);
    for await (const page of followSession(deps.log, {
      sessionId,
      after: sent,
      signal,
      alsoWakeOn: drafts.wakeOn,
    })) {
      for (const event of page) {
        const next = rememberNext(memory, event);
        memory = next.memory;
        const update = withExpiry(next, deps.ttlSeconds);
        if (isEmptyUpdate(update)) continue;
        if (!(await drained(socket, signal))) return;
        sent = event.seq;
        for (const card of update.cards) if (card.status !== "sources") drafts.drop(card.id);
        yield tracked(String(sent), update);
      }
      for (const { script } of drafts.take()) {
        if (!(await drained(socket, signal))) return;
        const written: SuggestionUpdate = { sessionId, cards: [], drafts: [script] };
        yield tracked(String(sent), written);
      }
    }
  } catch (error) {
    throw asTrpcError(error);
  }
}

function withExpiry({ memory, update }: Remembered, ttlSeconds: number): SuggestionUpdate {
  return update.copilot ? { ...update, copilot: shownStatus(memory, ttlSeconds) } : update;
}

/** What was known at `seq`: the session's own memory if it stands there, else folded from the log's background. */
async function memoryAt(deps: FeedDeps, sessionId: string, seq: number): Promise<SessionMemory> {
  if (seq === 0) return emptySessionMemory(sessionId);
  const now = await deps.memories.recall(sessionId);
  if (now.state.seq <= seq) return now;
  let memory = emptySessionMemory(sessionId);
  for (let after = 0; ; ) {
    const page = await deps.log.after(sessionId, after, { kinds: BACKGROUND, limit: PAGE });
    const known = page.filter((event) => event.seq <= seq);
    memory = known.reduce(remember, memory);
    const last = page.at(-1);
    if (page.length < PAGE || !last || last.seq > seq) break;
    after = last.seq;
  }
  const session = memory.state.session ?? {
    status: "live" as const,
    startedAt: now.state.session?.startedAt ?? "",
  };
  return { ...memory, state: { ...memory.state, seq, session } };
}
