import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openSessionLog } from "@live-copilot/api/adapters/sqlite/session-log.ts";
import { followSession } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { segmentFact } from "../support/facts.ts";
import { upTo } from "../support/read-whole.ts";
import { tempDir } from "../support/temp-dir.ts";

const EVENTS = 10_000;
const TEXT = "words ".repeat(500);
const FOLLOWERS = 50;

test("followers that stop reading cost bounded memory, and go on where they stopped", async () => {
  await using dir = await tempDir();
  const log = await openSessionLog({ file: join(dir.path, "sessions.db"), tailBytes: 1_000_000 });
  const abort = new AbortController();
  const options = { sessionId: "call", after: 0, signal: abort.signal, pageSize: 10 };
  await log.append("call", [segmentFact("first")]);
  const followers = upTo(FOLLOWERS).map(() => followSession(log, options));
  for (const follower of followers) await follower.next();
  const before = heapUsed();
  for (let from = 0; from < EVENTS; from += 100) {
    await log.append(
      "call",
      upTo(100).map((n) => segmentFact(`${from + n}`, TEXT)),
    );
  }
  const grown = heapUsed() - before;
  // 30 MB were appended; a queue per follower would hold that, or at least references to it.
  expect(grown).toBeLessThan(6_000_000);
  const resumed = await followers[0]?.next();
  expect(resumed?.value?.map(({ seq }) => seq)).toEqual(upTo(10).map((n) => n + 1));
  abort.abort();
  for (const follower of followers) await follower.return();
  await log.close();
});

function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
