import type { EventOf, SessionMemory } from "@live-copilot/shared";
import {
  answerAgain,
  type CopilotDeps,
  callerSubject,
  findCustomer,
  staleCards,
  takeTurns,
  type UnwrittenCard,
} from "@live-copilot/shared/copilot";
import { copilotExpiry, isCopilotOn } from "../sessions/copilot-status.ts";
import type { SessionMemories } from "../sessions/session-memories.ts";
import type { Claims } from "./claim-turn.ts";
import type { ClaimedWork } from "./work-claimed.ts";

/** Segments read for one look at most. */
const SEGMENTS = 1000;

export interface LookDeps {
  readonly copilot: CopilotDeps;
  readonly memories: SessionMemories;
  readonly claim: Claims;
  readonly work: ClaimedWork;
  readonly timing: { readonly pauseMs: number; readonly maxMs: number };
  readonly ttlSeconds: number;
}

/** What a look came to: up to which seq everything was seen to, and when to look again (epoch ms, or null). */
export interface Looked {
  readonly seq: number;
  readonly nextAt: number | null;
}

/**
 * Brings one session up to date: who calls, cards whose context changed, turns that are over. Every step reads
 * the log and ends in facts with keys of their own, so a look that is cut off or doubled does no harm.
 */
export async function lookAtSession(
  deps: LookDeps,
  sessionId: string,
  draftAt: number | undefined,
): Promise<Looked> {
  const memory = await deps.memories.recall(sessionId);
  if (!isCopilotOn(memory, deps.ttlSeconds, deps.copilot.now())) {
    await recordExpiry(deps, memory);
    return { seq: memory.state.seq, nextAt: null };
  }
  const identified = await identify(deps, memory);
  await answerStale(deps, identified);
  const current = await deps.memories.recall(sessionId);
  const looked = await workTurns(deps, current, draftAt);
  const expiry = copilotExpiry(current, deps.ttlSeconds) ?? deps.copilot.now();
  return { seq: looked.seq, nextAt: Math.min(looked.nextAt ?? expiry, expiry) };
}

/** Puts on the log, once, that nobody did anything for the copilot's time to live. */
async function recordExpiry({ copilot }: LookDeps, { state, activeAt }: SessionMemory): Promise<void> {
  if (!state.copilot.enabled) return;
  const data = { enabled: false, reason: "expired" } as const;
  await copilot.log.append(state.sessionId, [{ kind: "copilot", key: `copilot:expired:${activeAt}`, data }]);
}

async function identify(deps: LookDeps, memory: SessionMemory): Promise<SessionMemory> {
  const subject = callerSubject(memory);
  const key = subject?.key ?? "";
  if (key === memory.customerSubject) return memory;
  const match = subject
    ? await findCustomer(deps.copilot, subject)
    : { status: "unknown" as const, matches: [] };
  const fact = {
    kind: "customer" as const,
    key: `customer:${memory.contextSeq}:${key}`,
    data: { ...match, subject: key },
  };
  await deps.copilot.log.append(memory.state.sessionId, [fact]);
  return deps.memories.recall(memory.state.sessionId);
}

async function answerStale({ copilot, work }: LookDeps, memory: SessionMemory): Promise<void> {
  const unwritten: UnwrittenCard[] = [];
  for (const card of staleCards(memory, copilot.now())) {
    const answered = await answerAgain(copilot, memory, card);
    await copilot.log.append(memory.state.sessionId, [answered.fact]);
    if (answered.unwritten) unwritten.push(answered.unwritten);
  }
  work.write(memory.state.sessionId, unwritten);
}

async function workTurns(
  { copilot, claim, work, timing }: LookDeps,
  memory: SessionMemory,
  draftAt: number | undefined,
): Promise<Looked> {
  const { sessionId, seq, session } = memory.state;
  const now = copilot.now();
  for (const turn of await claim.overdue(memory, work.running)) await work.work(sessionId, turn);
  for (const askSeq of memory.turns.asked) {
    const turn = await claim.asked(sessionId, askSeq);
    if (turn) await work.work(sessionId, turn);
  }
  const segments = await unworkedSegments(copilot, memory);
  const unworked = new Set(memory.turns.unworked);
  const { closed, openUntil } = takeTurns({ segments, unworked, draftAt, now }, timing);
  const workableSince = Date.parse(memory.enabledAt ?? session?.startedAt ?? "");
  for (const turn of closed) {
    const claimed = await claim.spoken(sessionId, turn);
    if (claimed) await work.work(sessionId, { ...claimed, overAt: Math.max(turn.overAt, workableSince) });
  }
  const leases = [...memory.turns.open.values()].map(({ leaseUntil }) => Date.parse(leaseUntil));
  const more = segments.length >= SEGMENTS ? [now] : [];
  const next = Math.min(openUntil ?? Number.POSITIVE_INFINITY, ...leases, ...more);
  return { seq, nextAt: Number.isFinite(next) ? next : null };
}

/** The segments from the first unworked one on, both speakers, since the other's words end a turn. */
async function unworkedSegments(
  { log }: Pick<CopilotDeps, "log">,
  { state, turns }: SessionMemory,
): Promise<readonly EventOf<"segment">[]> {
  const [first] = turns.unworked;
  if (first === undefined) return [];
  const events = await log.after(state.sessionId, first - 1, { kinds: ["segment"], limit: SEGMENTS });
  return events.filter((event): event is EventOf<"segment"> => event.kind === "segment");
}
