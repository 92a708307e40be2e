import { type EventOf, isUnavailable, type SessionMemory } from "@live-copilot/shared";
import { type CopilotDeps, callerSubject, findCustomer, takeTurns } from "@live-copilot/shared/copilot";
import { copilotExpiry, isCopilotOn } from "../sessions/copilot-status.ts";
import type { SessionMemories } from "../sessions/session-memories.ts";
import type { CardWriters } from "./card-writers.ts";
import { type Claims, turnKey } from "./claim-turn.ts";
import { refreshCards, unfinishedCardsUntil } from "./refresh-cards.ts";
import type { ClaimedWork } from "./work-claimed.ts";
import type { WorkLog } from "./work-log.ts";

/** Segments read for one look at most. */
const SEGMENTS = 1000;
/** When customers cannot be looked up, they are looked up again after this long. */
const AWAY_MS = 1000;

export interface LookDeps {
  readonly copilot: CopilotDeps;
  readonly memories: SessionMemories;
  readonly claim: Claims;
  readonly work: ClaimedWork;
  readonly writers: CardWriters;
  readonly report: WorkLog;
  /** When the customer was last heard speaking a draft, epoch ms. */
  readonly draftAt: (sessionId: string) => Promise<number | undefined>;
  readonly timing: { readonly pauseMs: number; readonly maxMs: number; readonly leaseMs: number };
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
export async function lookAtSession(deps: LookDeps, sessionId: string): Promise<Looked> {
  const memory = await deps.memories.recall(sessionId);
  if (!isCopilotOn(memory, deps.ttlSeconds, deps.copilot.now())) {
    await recordExpiry(deps, memory);
    return { seq: memory.state.seq, nextAt: null };
  }
  const identified = await identify(deps, memory);
  await refreshCards(deps, identified ?? memory);
  const { seq, openUntil } = await workTurns(deps, sessionId);
  const after = await deps.memories.recall(sessionId);
  const away = identified ? [] : [deps.copilot.now() + AWAY_MS];
  const expiry = copilotExpiry(after, deps.ttlSeconds) ?? deps.copilot.now();
  return { seq, nextAt: Math.min(...openUntil, ...unfinishedUntil(deps, after), ...away, expiry) };
}

/** Puts on the log, once, that nobody did anything for the copilot's time to live. */
async function recordExpiry({ copilot }: LookDeps, { state, activeAt }: SessionMemory): Promise<void> {
  if (!state.copilot.enabled) return;
  const data = { enabled: false, reason: "expired" } as const;
  await copilot.log.append(state.sessionId, [{ kind: "copilot", key: `copilot:expired:${activeAt}`, data }]);
}

/** Null when customers cannot be looked up now: what is asked is answered without. */
async function identify(deps: LookDeps, memory: SessionMemory): Promise<SessionMemory | null> {
  const subject = callerSubject(memory);
  const key = subject?.key ?? "";
  if (key === memory.customerSubject) return memory;
  const { sessionId } = memory.state;
  try {
    const match = subject
      ? await findCustomer(deps.copilot, subject)
      : { status: "unknown" as const, matches: [] };
    const data = { ...match, subject: key };
    await deps.copilot.log.append(sessionId, [
      { kind: "customer", key: `customer:${memory.contextSeq}:${key}`, data },
    ]);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    deps.report.failed(sessionId, error);
    return null;
  }
  return deps.memories.recall(sessionId);
}

/** Claims and works what is to be worked; gives up to which seq it saw, and when the open turn will be over. */
async function workTurns(deps: LookDeps, sessionId: string) {
  const { copilot, claim, work, timing } = deps;
  const memory = await deps.memories.recall(sessionId);
  const { seq, session } = memory.state;
  const now = copilot.now();
  for (const turn of await claim.overdue(memory, work.running)) await work.work(sessionId, turn);
  for (const askSeq of memory.turns.asked) {
    const turn = await claim.asked(sessionId, askSeq);
    if (turn) await work.work(sessionId, turn);
  }
  const segments = await unworkedSegments(copilot, memory);
  const unworked = new Set(memory.turns.unworked);
  const draftAt = unworked.size > 0 ? await deps.draftAt(sessionId) : undefined;
  const { closed, openUntil } = takeTurns({ segments, unworked, draftAt, now }, timing);
  const workableSince = Date.parse(memory.enabledAt ?? session?.startedAt ?? "");
  for (const turn of closed) {
    // A call may bring hundreds of turns at once, and the agent may switch off in between.
    const latest = await deps.memories.recall(sessionId);
    if (!isCopilotOn(latest, deps.ttlSeconds, copilot.now())) break;
    const claimed = await claim.spoken(latest, turn);
    if (claimed) await work.work(sessionId, { ...claimed, overAt: Math.max(turn.overAt, workableSince) });
  }
  const more = segments.length >= SEGMENTS ? [now] : [];
  return { seq, openUntil: openUntil === null ? more : [openUntil, ...more] };
}

/**
 * When claims that are open and cards that are being written have to be looked at again, epoch ms: also those that
 * this process works on, so that the log knows of them if it dies.
 */
function unfinishedUntil(deps: LookDeps, memory: SessionMemory): readonly number[] {
  const { sessionId } = memory.state;
  const later = deps.copilot.now() + deps.timing.leaseMs;
  const leases = [...memory.turns.open.values()].map(({ turnSeq, leaseUntil }) => {
    const until = Date.parse(leaseUntil);
    return deps.work.running.has(turnKey(sessionId, turnSeq)) ? Math.max(until, later) : until;
  });
  return [...leases, ...unfinishedCardsUntil(deps, memory)];
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
