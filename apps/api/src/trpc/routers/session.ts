import { randomUUID } from "node:crypto";
import {
  CopilotError,
  type EventOf,
  normaliseState,
  type SessionEvent,
  sessionEndInput,
  sessionFollowInput,
  sessionGetInput,
  sessionListInput,
  sessionOnListInput,
  type TranscriptSegment,
  US_STATES,
  updateContextInput,
} from "@live-copilot/shared";
import { shownStatus } from "../../sessions/copilot-status.ts";
import { endSession } from "../../sessions/end-session.ts";
import { existingMemory } from "../existing-memory.ts";
import { followList } from "../feeds/follow-list.ts";
import { followSuggestions } from "../feeds/follow-suggestions.ts";
import { followTranscript } from "../feeds/follow-transcript.ts";
import { procedure, router } from "../trpc.ts";

/** Segments in one page of a transcript. */
const SEGMENTS = 200;

export const sessionRouter = router({
  /** One page of sessions, newest start first. */
  list: procedure.input(sessionListInput).query(async ({ input, ctx: { deps } }) => {
    const { status, cursor, limit } = input;
    const page = await deps.log.sessions({
      limit,
      ...(status ? { status } : {}),
      ...(cursor ? { cursor } : {}),
    });
    return { ...page, sessions: [...page.sessions] };
  }),

  /** Rows that changed, at most one a second per session. */
  onList: procedure.input(sessionOnListInput).subscription(({ ctx: { deps, socket }, signal }) => {
    return followList(deps, socket, signal ?? new AbortController().signal);
  }),

  /** The session as it is now, its last 200 segments, and where to follow it from (`seq`). */
  get: procedure.input(sessionGetInput).query(async ({ input: { sessionId, before }, ctx: { deps } }) => {
    const memory = await existingMemory(deps, sessionId);
    const { seq } = memory.state;
    const page = { kinds: ["segment"], limit: SEGMENTS } as const;
    const events = await deps.log.before(sessionId, Math.min(before ?? seq + 1, seq + 1), page);
    const first = events[0]?.seq ?? 0;
    const older = first > 1 ? await deps.log.before(sessionId, first, { ...page, limit: 1 }) : [];
    const copilot = shownStatus(memory, deps.ttlSeconds, deps.health.degraded());
    const state = { ...memory.state, copilot };
    const segments = events.filter(isSegment).map(shownSegment);
    return { state, segments, seq, ...(older.length > 0 ? { earlier: first } : {}) };
  }),

  /** What the agent says of whose contract applies; null takes a value back. Cards it changes are answered again. */
  updateContext: procedure.input(updateContextInput).mutation(async ({ input, ctx: { deps } }) => {
    const { sessionId, ...values } = input;
    await existingMemory(deps, sessionId);
    if (values.state && !US_STATES.has(normaliseState(values.state))) {
      throw new CopilotError("BAD_REQUEST", "There is no such state.", {
        fields: [{ field: "state", expected: "a US state, as in TX or Texas" }],
      });
    }
    if (values.customerId && !(await deps.customers.byId(values.customerId))) {
      throw new CopilotError("NOT_FOUND", "No customer has this id.", {
        fields: [{ field: "customerId", expected: "the id of a customer's record" }],
      });
    }
    const key = `context:agent:${randomUUID()}`;
    await deps.log.append(
      sessionId,
      [{ kind: "context", key, data: { source: "agent", values } }],
      deps.now(),
    );
    deps.turns.look(sessionId);
    return (await deps.memories.recall(sessionId)).state.context;
  }),

  /** Ends a session by hand. Words that come later open it again. */
  end: procedure.input(sessionEndInput).mutation(async ({ input: { sessionId }, ctx: { deps } }) => {
    if (!(await endSession(deps, sessionId, "agent"))) {
      throw new CopilotError("SESSION_NOT_FOUND", "There is no such session, or it is past its retention.");
    }
    deps.turns.look(sessionId);
    return { sessionId, status: "ended" as const };
  }),

  /** Every final segment after `lastEventId` in seq order, with drafts of what is being spoken in between. */
  onTranscript: procedure
    .input(sessionFollowInput)
    .subscription(({ input, ctx: { deps, socket }, signal }) => {
      return followTranscript(deps, socket, { ...input, signal: signal ?? new AbortController().signal });
    }),

  /** Everything else that changes about the session after `lastEventId`, with drafts of scripts in between. */
  onSuggestion: procedure
    .input(sessionFollowInput)
    .subscription(({ input, ctx: { deps, socket }, signal }) => {
      return followSuggestions(deps, socket, { ...input, signal: signal ?? new AbortController().signal });
    }),
});

function isSegment(event: SessionEvent): event is EventOf<"segment"> {
  return event.kind === "segment";
}

/** A final segment as clients see it. */
function shownSegment({ sessionId, data }: EventOf<"segment">): TranscriptSegment {
  return { sessionId, ...data, final: true };
}
