import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewFact, PolicyClause, SessionEvent, SuggestionCard } from "@live-copilot/shared";
import type { Advisor, CopilotDeps, Draft, SessionLog, Signals } from "@live-copilot/shared/copilot";
import { HOME_TRADE, readContracts } from "@live-copilot/shared/copilot";
import { createMemorySignals } from "../adapters/memory/signals.ts";
import { createPolicyIndex } from "../adapters/minisearch/policy-index.ts";
import { openSessionLog } from "../adapters/sqlite/session-log.ts";
import { sessionMemories } from "../sessions/session-memories.ts";
import { type TurnWorker, turnWorker } from "./turn-worker.ts";

const THINGS = ["dishwasher", "refrigerator", "furnace", "garbage disposal", "water heater"];
const CLAUSES: readonly PolicyClause[] = ["Plus", "Basic", "Gold"].flatMap((plan) =>
  THINGS.map((thing) => ({
    documentId: `schedule-${plan.toLowerCase()}`,
    title: `Schedule ${plan}`,
    version: "1",
    plans: [plan],
    states: null,
    contractTypes: null,
    clauseId: thing,
    section: `What ${plan} includes: ${thing}`,
    kind: "coverage" as const,
    text: `We cover the ${thing} of your home under the ${plan} plan.`,
  })),
);

/** A log on disk that workers come and go over, as servers do. */
export interface Workplace extends AsyncDisposable {
  readonly log: SessionLog;
  /** Errors that workers reported. */
  readonly failures: unknown[];
  /** Starts a worker on the log, with these parts in the place of its own. */
  start(parts?: Partial<CopilotDeps>, timing?: { readonly pauseMs: number }): TurnWorker;
  readonly signals: Signals;
  events(): Promise<readonly SessionEvent[]>;
  /** Each card's statuses in the order of the log, "sources ready". */
  statuses(): Promise<Record<string, string>>;
  cards(): Promise<readonly SuggestionCard[]>;
}

export const SESSION = "c1";

export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "live-copilot-"));
  const log = await openSessionLog({ file: join(folder, "sessions.sqlite") });
  const index = createPolicyIndex();
  await index.rebuild(CLAUSES, []);
  const book = readContracts(CLAUSES, { synonyms: [], trade: HOME_TRADE });
  const failures: unknown[] = [];
  const workers: TurnWorker[] = [];
  const signals = createMemorySignals();
  const customers = {
    byPhone: async () => [],
    byId: async () => null,
    put: async () => ({ added: 0, changed: 0, unchanged: 0 }),
    count: async () => 0,
  };
  const events = () => log.after(SESSION, 0, { limit: 10_000 });
  const cardEvents = async () =>
    (await events()).flatMap((event) => (event.kind === "card" ? [event.data] : []));
  return {
    log,
    failures,
    events,
    signals,
    start(parts = {}, timing = { pauseMs: 20 }) {
      const copilot = {
        log,
        signals,
        customers,
        book: () => book,
        index,
        synonyms: () => [],
        knowsPlan: () => true,
        advisorDeadlineMs: 5_000,
        now: () => Date.now(),
        ...parts,
      };
      const memories = sessionMemories(log, { maxBytes: 1_000_000, idleMs: 60_000 });
      const report = {
        worked: () => undefined,
        written: () => undefined,
        failed: (_id: string, error: unknown) => void failures.push(error),
      };
      const settings = {
        ...timing,
        maxMs: 8_000,
        leaseMs: 150,
        checkMs: 20,
        graceMs: 0,
        ttlSeconds: 3_600,
      };
      const worker = turnWorker({ copilot, memories, report, settings });
      workers.push(worker);
      return worker;
    },
    async statuses() {
      const byId = Map.groupBy(await cardEvents(), ({ id }) => id);
      return Object.fromEntries(
        [...byId].map(([id, cards]) => [id, cards.map(({ status }) => status).join(" ")]),
      );
    },
    async cards() {
      return [...new Map((await cardEvents()).map((card) => [card.id, card])).values()];
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await signals.close();
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let made = 0;

/** Stores what a caller says now, due at once. */
export async function say(
  log: SessionLog,
  text: string,
  speaker: "CUSTOMER" | "AGENT" = "CUSTOMER",
): Promise<void> {
  made += 1;
  const data = {
    segmentId: `s${made}`,
    speaker,
    text,
    atMs: made * 10_000,
    receivedAt: new Date().toISOString(),
  };
  await log.append(SESSION, [{ kind: "segment", key: `segment:s${made}`, data }], Date.now());
}

export async function switchCopilot(log: SessionLog, enabled: boolean): Promise<void> {
  made += 1;
  const fact: NewFact = { kind: "copilot", key: `copilot:${made}`, data: { enabled, reason: "agent" } };
  await log.append(SESSION, [fact], Date.now());
}

export async function setPlan(log: SessionLog, plan: string): Promise<void> {
  made += 1;
  const data = { source: "agent" as const, values: { plan } };
  await log.append(SESSION, [{ kind: "context", key: `context:${made}`, data }], Date.now());
}

interface ToldAdvisor extends Advisor {
  /** What it was asked, "plan: question". */
  readonly asked: string[];
  /** How often it was told to stop. */
  readonly aborted: number;
  answer(plan: string): void;
}

/** A model that writes when it is told to: each call waits until `answer` is called for its plan. */
export function toldAdvisor(): ToldAdvisor {
  const waiting = new Map<string, () => void>();
  const asked: string[] = [];
  let aborted = 0;
  return {
    get aborted() {
      return aborted;
    },
    engine: "model:told",
    isAvailable: () => true,
    asked,
    answer: (plan) => waiting.get(plan)?.(),
    async *write({ scope, question, hits }, signal) {
      signal.addEventListener("abort", () => {
        aborted += 1;
      });
      const plan = scope.plan ?? "none";
      asked.push(`${plan}: ${question.text}`);
      yield { script: "Let me" };
      await new Promise<void>((resolve) => waiting.set(plan, resolve));
      const [clause] = hits;
      if (!clause) return;
      const citations = [{ clause, quote: clause.text, deciding: [] }];
      yield {
        advice: {
          decision: "Yes",
          reason: "covered",
          script: `Covered under ${plan}.`,
          citations,
          nextSteps: [],
        },
      };
    },
  };
}

/** What the customer has said so far of a segment that is not final. */
export function draftOf(text: string): Draft {
  const receivedAt = new Date().toISOString();
  const spoken = { segmentId: "d", speaker: "CUSTOMER", text, atMs: 0, receivedAt } as const;
  return { lane: "transcript", id: "d", segment: { ...spoken, sessionId: SESSION, final: false } };
}
