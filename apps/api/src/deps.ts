import { join } from "node:path";
import type { ModelStatus } from "@live-copilot/shared";
import {
  type CopilotDeps,
  HOME_TRADE,
  NO_TRADE,
  type PolicyIndex,
  warmUp,
} from "@live-copilot/shared/copilot";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Env } from "./env.ts";
import type { Health } from "./health/health.ts";
import { watchDependencies } from "./health/watch-dependencies.ts";
import { keepIndex } from "./library/keep-index.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { keepQualification, QUALIFICATION_FILE } from "./parts/keep-qualification.ts";
import { openEmbeddedStores } from "./parts/open-embedded-stores.ts";
import { openIndex } from "./parts/open-index.ts";
import { openModels } from "./parts/open-model.ts";
import { openSharedStores } from "./parts/open-shared-stores.ts";
import type { Stores, StoresOptions } from "./parts/stores.ts";
import { startHousekeeping } from "./sessions/housekeeping.ts";
import { type SessionMemories, sessionMemories } from "./sessions/session-memories.ts";
import { type TurnWorker, turnWorker } from "./turns/turn-worker.ts";

/** The server's parts, wired. Closing it closes them all. */
export interface ApiDeps extends Stores, AsyncDisposable {
  readonly index: PolicyIndex;
  readonly memories: SessionMemories;
  readonly turns: TurnWorker;
  readonly metrics: Metrics;
  /** What is away now. */
  readonly health: Health;
  /** Builds the index anew if the library changed. */
  readonly refreshIndex: () => Promise<void>;
  /** False when a caller changes things faster than one agent could. */
  readonly mutationLimit: (caller: string) => Promise<boolean>;
  readonly ttlSeconds: number;
  readonly pauseMs: number;
  /** ENABLE_LIVE_COPILOT. */
  readonly copilotEnabled: boolean;
  /** Who writes suggestions. */
  readonly engine: string;
  /** Whether the model decides, too, and how that is known; null without a model. */
  readonly model: () => ModelStatus | null;
  readonly version: string;
  readonly now: () => number;
}

export interface DepsOptions extends StoresOptions {
  readonly version: string;
}

/** Changes a second that one caller may make; bursts of ten seconds' worth pass. */
const MUTATIONS_PER_SECOND = 50;
const TRADES = { home: HOME_TRADE, none: NO_TRADE } as const;
const MEMORY_LIMITS = { maxBytes: 256 * 1024 * 1024, idleMs: 15 * 60_000 };

/** Opens the stores and starts what runs beside the requests. Rejects with a message for the operator. */
export async function openDeps(env: Env, options: DepsOptions): Promise<ApiDeps> {
  await using opening = new AsyncDisposableStack();
  const now = () => Date.now();
  const metrics = createMetrics();
  const stores = await openStores(env, options, opening);
  const { log, signals, customers, library } = stores;
  const { advisor, embedder } = openModels(env, metrics, opening);
  const qualified = keepQualification(
    { advisor, decides: env.OPENAI_DECIDES, file: join(env.DATA_DIR, QUALIFICATION_FILE) },
    { now, failed: options.failed },
  );
  opening.defer(() => qualified.stop());
  const index = await openIndex(env, embedder);
  opening.defer(() => index.close());
  const kept = await keepIndex({ library, index, trade: TRADES[env.TRADE] }, options.failed);
  opening.defer(() => kept.stop());
  const memories = sessionMemories(log, MEMORY_LIMITS);
  const copilot: CopilotDeps = {
    log,
    signals,
    customers,
    index,
    synonyms: kept.synonyms,
    book: kept.book,
    knowsPlan: kept.knowsPlan,
    advisor,
    advisorDeadlineMs: env.ADVISOR_DEADLINE_MS,
    mayDecide: () => qualified.status()?.decides ?? true,
    now,
  };
  await warmUp(copilot);
  const report = {
    worked: metrics.worked,
    written: metrics.written,
    failed(sessionId: string, error: unknown) {
      metrics.workFailed();
      options.failed(error, sessionId);
    },
  };
  const turns = turnWorker({ copilot, memories, report, settings: turnSettings(env) });
  opening.defer(() => turns.stop());
  opening.defer(startHousekeeping({ log, signals, now, failed: options.failed }, housekeepingSettings(env)));
  const health = watchDependencies(env, { ...stores, index, advisor }, metrics);
  opening.defer(() => health.stop());
  const limiter = new RateLimiterMemory({ points: MUTATIONS_PER_SECOND * 10, duration: 10 });
  const closing = opening.move();
  return {
    ...stores,
    index,
    now,
    memories,
    turns,
    metrics,
    health,
    refreshIndex: kept.refresh,
    mutationLimit: (caller) =>
      limiter.consume(caller).then(
        () => true,
        () => false,
      ),
    ttlSeconds: env.COPILOT_SESSION_TTL_SECONDS,
    pauseMs: env.TURN_PAUSE_MS,
    copilotEnabled: env.ENABLE_LIVE_COPILOT,
    engine: advisor?.engine ?? "rules",
    model: qualified.status,
    version: options.version,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

function openStores(env: Env, options: StoresOptions, opening: AsyncDisposableStack): Promise<Stores> {
  const { MONGODB_URI } = env;
  return MONGODB_URI === undefined
    ? openEmbeddedStores(env, options, opening)
    : openSharedStores({ ...env, MONGODB_URI }, options, opening);
}

function turnSettings(env: Env) {
  return {
    pauseMs: env.TURN_PAUSE_MS,
    maxMs: env.TURN_MAX_MS,
    leaseMs: env.TURN_LEASE_MS,
    checkMs: env.LOG_CHECK_MS,
    graceMs: env.MONGODB_URI === undefined ? 0 : env.LOG_CHECK_MS,
    ttlSeconds: env.COPILOT_SESSION_TTL_SECONDS,
  };
}

function housekeepingSettings(env: Env) {
  return { idleSeconds: env.SESSION_IDLE_SECONDS, retentionDays: env.RETENTION_DAYS };
}
