import type { CallsSummary, Quantiles, SessionSummary, SuggestionCard } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";

type ReadLog = Pick<SessionLog, "sessions" | "after">;

export interface Span {
  /** ISO 8601, inclusive; "" for no bound. */
  readonly from: string;
  readonly to: string;
}

/** Sessions that are counted at most; the newest are. */
const SESSIONS = 500;
const PAGE = 200;

/** Counts what the newest sessions of a span came to, by reading their cards and feedback from the log. */
export async function summariseCalls(log: ReadLog, span: Span): Promise<CallsSummary> {
  const { sessions, truncated } = await sessionsIn(log, span);
  const cards = new Map<string, SuggestionCard>();
  const feedback: Record<string, number> = {};
  for (const { sessionId } of sessions) {
    const events = await log.after(sessionId, 0, { kinds: ["card", "feedback"], limit: 1000 });
    for (const event of events) {
      if (event.kind === "card") cards.set(event.data.id, event.data);
      if (event.kind === "feedback") count(feedback, event.data.kind);
    }
  }
  const ready = [...cards.values()].filter(({ status }) => status === "ready");
  const byIntent: Record<string, number> = {};
  for (const { intent } of sessions) if (intent) count(byIntent, intent);
  const byDecision: Record<string, number> = {};
  for (const { decision } of ready) count(byDecision, decision ?? "none");
  return {
    sessions: sessions.length,
    truncated,
    byIntent,
    cards: ready.length,
    byDecision,
    feedback,
    sourcesMs: quantiles(ready.map(({ timings }) => timings.sourcesMs)),
    readyMs: quantiles(ready.map(({ timings }) => timings.readyMs)),
  };
}

async function sessionsIn(log: ReadLog, { from, to }: Span) {
  const found: SessionSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await log.sessions({ limit: PAGE, ...(cursor ? { cursor } : {}) });
    found.push(...page.sessions.filter(({ startedAt }) => startedAt >= from && startedAt <= to));
    const oldest = page.sessions.at(-1)?.startedAt ?? "";
    cursor = oldest < from ? undefined : page.nextCursor;
  } while (cursor && found.length <= SESSIONS);
  return { sessions: found.slice(0, SESSIONS), truncated: found.length > SESSIONS };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function quantiles(values: readonly (number | undefined)[]): Quantiles {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
