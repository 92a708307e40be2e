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
import { copilotExpiry, shownStatus } from "../../sessions/copilot-status.ts";
import { asTrpcError } from "../errors.ts";
import { drained } from "../with-socket.ts";
import { draftBox } from "./draft-box.ts";
import type { FollowInput } from "./follow-transcript.ts";

/** What an update is made from beside its own event. Cards and segments come whole. */
const BACKGROUND: readonly FactKind[] = ["context", "customer", "copilot", "feedback", "end"];
const PAGE = 500;
const EXPIRY_STEP_MS = 30_000;

type FeedDeps = Pick<ApiDeps, "log" | "signals" | "memories" | "metrics" | "ttlSeconds">;

/** The feed of all that changes about a session beside its transcript, event by event. */
export async function* followSuggestions(
  deps: FeedDeps,
  socket: WebSocket | null,
  { sessionId, lastEventId = "0", signal }: FollowInput,
) {
  const drafts = draftBox(deps.signals, sessionId, "script");
  const expiry = expiryTeller(deps.ttlSeconds);
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
        const update = expiry(next);
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

/**
 * Adds when the copilot goes off by itself. Every word moves that; it is told with whatever switches the copilot, and
 * when it has moved by more than a reader of the clock would let pass.
 */
function expiryTeller(ttlSeconds: number): (next: Remembered) => SuggestionUpdate {
  const step = Math.min(EXPIRY_STEP_MS, ttlSeconds * 100);
  let told = 0;
  return ({ memory, update }) => {
    const expiry = copilotExpiry(memory, ttlSeconds) ?? 0;
    if (!update.copilot && expiry - told < step) return update;
    told = expiry;
    return { ...update, copilot: shownStatus(memory, ttlSeconds) };
  };
}

/** What was known at `seq`: the session's own memory if it stands there, else folded from the log's background. */
async function memoryAt(deps: FeedDeps, sessionId: string, seq: number): Promise<SessionMemory> {
  if (seq === 0) return emptySessionMemory(sessionId);
  const now = await deps.memories.recall(sessionId);
  if (now.state.seq <= seq) return now;
  let memory = withStart(emptySessionMemory(sessionId), now.state.session?.startedAt);
  for (let after = 0; ; ) {
    const page = await deps.log.after(sessionId, after, { kinds: BACKGROUND, limit: PAGE });
    const known = page.filter((event) => event.seq <= seq);
    memory = known.reduce(remember, memory);
    const last = page.at(-1);
    if (page.length < PAGE || !last || last.seq > seq) break;
    after = last.seq;
  }
  return { ...memory, state: { ...memory.state, seq } };
}

/** The background lacks the session's first event, which may have been words. */
function withStart(memory: SessionMemory, startedAt: string | undefined): SessionMemory {
  if (startedAt === undefined) return memory;
  return { ...memory, state: { ...memory.state, session: { status: "live", startedAt } } };
}
