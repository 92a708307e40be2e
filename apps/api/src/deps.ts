import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type CopilotDeps,
  type CustomerDirectory,
  type PolicyIndex,
  type PolicyLibrary,
  type SessionLog,
  type Signals,
  warmUp,
} from "@live-copilot/shared/copilot";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { createMemorySignals } from "./adapters/memory/signals.ts";
import { createPolicyIndex } from "./adapters/minisearch/policy-index.ts";
import { openCustomerDirectory } from "./adapters/sqlite/customer-directory.ts";
import { lockDataDir } from "./adapters/sqlite/data-dir-lock.ts";
import { openPolicyLibrary } from "./adapters/sqlite/policy-library.ts";
import { openSessionLog } from "./adapters/sqlite/session-log.ts";
import { type Env, wantsSamples } from "./env.ts";
import { loadSamples } from "./ingest/load-samples.ts";
import { keepIndex } from "./library/keep-index.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { startHousekeeping } from "./sessions/housekeeping.ts";
import { type SessionMemories, sessionMemories } from "./sessions/session-memories.ts";
import { type TurnWorker, turnWorker } from "./turns/turn-worker.ts";

/** The server's parts, wired. Closing it closes them all. */
export interface ApiDeps extends AsyncDisposable {
  readonly log: SessionLog;
  readonly signals: Signals;
  readonly customers: CustomerDirectory;
  readonly library: PolicyLibrary;
  readonly index: PolicyIndex;
  readonly memories: SessionMemories;
  readonly turns: TurnWorker;
  readonly metrics: Metrics;
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
  readonly version: string;
  readonly now: () => number;
}

export interface DepsOptions {
  /** Folder of the sample library and customers for a new DATA_DIR. */
  readonly samplesFolder: string;
  readonly version: string;
  /** Where unexpected errors go. */
  readonly failed: (error: unknown, sessionId?: string) => void;
}

/** Changes a second that one caller may make; bursts of ten seconds' worth pass. */
const MUTATIONS_PER_SECOND = 50;
const MEMORY_LIMITS = { maxBytes: 256 * 1024 * 1024, idleMs: 15 * 60_000 };

/** Opens the stores and starts what runs beside the requests. Rejects with a message for the operator. */
export async function openDeps(env: Env, options: DepsOptions): Promise<ApiDeps> {
  await using opening = new AsyncDisposableStack();
  const stores = await openStores(env, options, opening);
  const { log, signals, customers, library, index, now } = stores;
  const kept = await keepIndex({ library, index }, options.failed);
  opening.defer(() => kept.stop());
  const memories = sessionMemories(log, MEMORY_LIMITS);
  const metrics = createMetrics();
  const copilot: CopilotDeps = {
    log,
    signals,
    customers,
    index,
    synonyms: kept.synonyms,
    knowsPlan: kept.knowsPlan,
    advisorDeadlineMs: env.ADVISOR_DEADLINE_MS,
    now,
  };
  await warmUp(copilot);
  const turns = turnWorker({
    copilot,
    memories,
    report: {
      worked: (_turn, facts) => metrics.worked(facts),
      failed(sessionId, error) {
        metrics.workFailed();
        options.failed(error, sessionId);
      },
    },
    settings: turnSettings(env),
  });
  opening.defer(() => turns.stop());
  opening.defer(startHousekeeping({ log, signals, now, failed: options.failed }, housekeepingSettings(env)));
  const limiter = new RateLimiterMemory({ points: MUTATIONS_PER_SECOND * 10, duration: 10 });
  const closing = opening.move();
  return {
    ...stores,
    memories,
    turns,
    metrics,
    refreshIndex: kept.refresh,
    mutationLimit: (caller) =>
      limiter.consume(caller).then(
        () => true,
        () => false,
      ),
    ttlSeconds: env.COPILOT_SESSION_TTL_SECONDS,
    pauseMs: env.TURN_PAUSE_MS,
    copilotEnabled: env.ENABLE_LIVE_COPILOT,
    engine: "rules",
    version: options.version,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

async function openStores(env: Env, options: DepsOptions, opening: AsyncDisposableStack) {
  await mkdir(env.DATA_DIR, { recursive: true });
  const lock = lockDataDir(env.DATA_DIR);
  opening.defer(() => lock.release());
  const library = opening.use(openPolicyLibrary(join(env.DATA_DIR, "policies.sqlite")));
  const customers = opening.use(openCustomerDirectory(join(env.DATA_DIR, "customers.sqlite")));
  if (wantsSamples(env))
    await loadSamples(options.samplesFolder, { library, customers, dataDir: env.DATA_DIR });
  const log = await openSessionLog({ file: join(env.DATA_DIR, "sessions.sqlite") });
  opening.defer(() => log.close());
  const signals = createMemorySignals();
  opening.defer(() => signals.close());
  return { library, customers, log, signals, index: createPolicyIndex(), now: () => Date.now() };
}

function turnSettings(env: Env) {
  return {
    pauseMs: env.TURN_PAUSE_MS,
    maxMs: env.TURN_MAX_MS,
    leaseMs: env.TURN_LEASE_MS,
    checkMs: env.LOG_CHECK_MS,
    ttlSeconds: env.COPILOT_SESSION_TTL_SECONDS,
  };
}

function housekeepingSettings(env: Env) {
  return { idleSeconds: env.SESSION_IDLE_SECONDS, retentionDays: env.RETENTION_DAYS };
}
