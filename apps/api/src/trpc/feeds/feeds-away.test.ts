import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CopilotError } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { createMemorySignals } from "../../adapters/memory/signals.ts";
import { openSessionLog } from "../../adapters/sqlite/session-log.ts";
import { watchHealth } from "../../health/watch-health.ts";
import { createMetrics } from "../../metrics.ts";
import { sessionMemories } from "../../sessions/session-memories.ts";
import { followList } from "./follow-list.ts";
import { followSuggestions } from "./follow-suggestions.ts";

const SESSION = "c1";

test("suggestions that are resumed while the log is away go on once it is back", async () => {
  await using place = await openPlace();
  await place.say("a");
  await place.say("b");
  place.awayFor(2);
  const abort = new AbortController();
  const input = { sessionId: SESSION, lastEventId: "1", signal: abort.signal };
  const feed = followSuggestions(place.deps, null, input);
  const first = feed.next();
  await place.switchOn();
  expect((await first).value).toMatchObject({ 1: { copilot: { enabled: true } } });
  abort.abort();
  await feed.return(undefined);
});

test("a list that is followed while the log is away tells of what changed once it is back", async () => {
  await using place = await openPlace();
  const abort = new AbortController();
  const feed = followList(place.deps, null, abort.signal);
  const first = feed.next();
  place.awayFor(1);
  await place.say("a");
  expect((await first).value).toMatchObject({ 1: { sessionId: SESSION } });
  abort.abort();
  await feed.return(undefined);
});

/** A log that can be away for its next reads, and what feeds are made of. */
async function openPlace() {
  const folder = await mkdtemp(join(tmpdir(), "live-copilot-"));
  const stored = await openSessionLog({ file: join(folder, "sessions.sqlite") });
  let away = 0;
  const reading =
    <A extends readonly unknown[], T>(read: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (away === 0) return read(...args);
      away -= 1;
      throw new CopilotError("UNAVAILABLE", "away");
    };
  const log: SessionLog = {
    ...stored,
    head: reading(stored.head),
    after: reading(stored.after),
    summaries: reading(stored.summaries),
  };
  const receivedAt = new Date().toISOString();
  const signals = createMemorySignals();
  return {
    deps: {
      log,
      signals,
      memories: sessionMemories(log, { maxBytes: 1_000_000, idleMs: 60_000 }),
      metrics: createMetrics(),
      health: watchHealth({ checks: {} }),
      ttlSeconds: 3_600,
    },
    awayFor(reads: number) {
      away = reads;
    },
    async say(segmentId: string) {
      const data = { segmentId, speaker: "AGENT", text: "words", atMs: 0, receivedAt } as const;
      await stored.append(SESSION, [{ kind: "segment", key: `segment:${segmentId}`, data }]);
    },
    async switchOn() {
      await stored.append(SESSION, [
        { kind: "copilot", key: "copilot", data: { enabled: true, reason: "agent" } },
      ]);
    },
    async [Symbol.asyncDispose]() {
      await signals.close();
      await stored.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
