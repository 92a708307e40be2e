import {
  emptySessionMemory,
  type FactKind,
  isEmptyUpdate,
  remember,
  rememberNext,
  type SessionMemory,
  type SuggestionUpdate,
} from "@live-copilot/shared";
import { followSession, patiently } from "@live-copilot/shared/copilot";
import { tracked } from "@trpc/server";
import type { WebSocket } from "ws";
import type { ApiDeps } from "../../deps.ts";
import { asTrpcError } from "../errors.ts";
import { drained } from "../with-socket.ts";
import { draftBox } from "./draft-box.ts";
import type { FollowInput } from "./follow-transcript.ts";
import { statusTeller } from "./status-teller.ts";

/** What an update is made from beside its own event. Cards and segments come whole. */
const BACKGROUND: readonly FactKind[] = ["context", "customer", "copilot", "feedback", "end"];
const PAGE = 500;

type FeedDeps = Pick<ApiDeps, "log" | "signals" | "memories" | "metrics" | "health" | "ttlSeconds">;

/**
 * The feed of all that changes about a session beside its transcript, event by event. What is no event (a draft, what
 * is away) is tracked with the id of the last event that this subscriber was sent, so that resuming after it misses
 * nothing.
 */
export async function* followSuggestions(
  deps: FeedDeps,
  socket: WebSocket | null,
  { sessionId, lastEventId = "0", signal }: FollowInput,
) {
  const drafts = draftBox(deps.signals, sessionId, "script");
  let sent = Number(lastEventId);
  const status = statusTeller(deps, sent);
  using _counted = deps.metrics.subscriber("suggestion");
  try {
    let memory = await patiently(() => memoryAt(deps, sessionId, sent), signal);
    for await (const page of followSession(deps.log, {
      sessionId,
      after: sent,
      signal,
      alsoWakeOn: (mark) => {
        const stops = [drafts.wakeOn(mark), deps.health.onChange(mark)];
        return () => {
          for (const stop of stops) stop();
        };
      },
    })) {
      for (const event of page) {
        const next = rememberNext(memory, event);
        memory = next.memory;
        const update = status.with(next);
        if (isEmptyUpdate(update)) continue;
        if (!(await drained(socket, signal))) return;
        sent = event.seq;
        for (const card of update.cards) if (card.status !== "sources") drafts.drop(card.id);
        yield tracked(String(sent), update);
      }
      const asides: SuggestionUpdate[] = drafts.take().map(({ script }) => {
        return { sessionId, cards: [], drafts: [script] };
      });
      const copilot = status.news(memory);
      if (copilot) asides.unshift({ sessionId, cards: [], copilot });
      for (const aside of asides) {
        if (!(await drained(socket, signal))) return;
        yield tracked(String(sent), aside);
      }
    }
  } catch (error) {
    if (!signal.aborted) throw asTrpcError(error);
  }
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
