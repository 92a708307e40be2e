import { randomBytes } from "node:crypto";
import { CopilotError } from "@live-copilot/shared";
import { replayCall } from "./replay-call.ts";
import { callLength, readSampleCalls, type SampleCall } from "./sample-call.ts";

export interface SampleCalls {
  list(): Promise<readonly { id: string; title: string; summary: string; seconds: number; turns: number }[]>;
  /** Starts a replay through the webhook; gives the new session's id at once. */
  replay(callId: string, speed: number): Promise<string>;
  /** Stops a replay; false when none runs for this session. */
  stop(sessionId: string): boolean;
  stopAll(): void;
}

interface SampleCallDeps {
  readonly folder: string;
  /** This server's own address, "http://127.0.0.1:3000". */
  readonly baseUrl: () => string;
  /** A key for the webhook, where it wants one. */
  readonly webhookKey: string | undefined;
  readonly ended: (sessionId: string) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Replays that run at once at most. */
const MOST = 20;

/** The sample calls, and their replays on this server. */
export function sampleCalls(deps: SampleCallDeps): SampleCalls {
  const running = new Map<string, AbortController>();
  let calls: Promise<readonly SampleCall[]> | undefined;
  const read = () => {
    calls ??= readSampleCalls(deps.folder);
    return calls;
  };
  const run = async (call: SampleCall, sessionId: string, speed: number) => {
    const abort = new AbortController();
    running.set(sessionId, abort);
    try {
      await replayCall(call, sessionId, { speed, post: (body) => post(deps, body), signal: abort.signal });
      await deps.ended(sessionId);
    } finally {
      running.delete(sessionId);
    }
  };
  return {
    async list() {
      return (await read()).map((call) => ({
        id: call.id,
        title: call.title,
        summary: call.summary,
        seconds: Math.round(callLength(call) / 1000),
        turns: call.segments.length,
      }));
    },
    async replay(callId, speed) {
      const call = (await read()).find(({ id }) => id === callId);
      if (!call) throw new CopilotError("NOT_FOUND", "There is no such sample call.");
      if (running.size >= MOST)
        throw new CopilotError("RATE_LIMITED", `At most ${MOST} sample calls play at once.`);
      const sessionId = `sample-${call.id}-${randomBytes(4).toString("hex")}`;
      run(call, sessionId, speed).catch(deps.failed);
      return sessionId;
    },
    stop(sessionId) {
      running.get(sessionId)?.abort();
      return running.has(sessionId);
    },
    stopAll() {
      for (const abort of running.values()) abort.abort();
    },
  };
}

async function post(
  { baseUrl, webhookKey }: SampleCallDeps,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const headers = { "content-type": "application/json", ...(webhookKey ? { "x-api-key": webhookKey } : {}) };
  const response = await fetch(`${baseUrl()}/webhook`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}
