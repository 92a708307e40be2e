import { CopilotError } from "@live-copilot/shared";
import { expect, test } from "vitest";
import { failureLog } from "./failure-log.ts";

test("a service that is away is one line in ten seconds; every other failure is its own", () => {
  const lines: Record<string, unknown>[] = [];
  const clock = { now: 0 };
  const error = (line: object) => void lines.push({ ...line });
  const failed = failureLog({ error: error as never }, () => clock.now);
  const away = (name: string) => new CopilotError("UNAVAILABLE", `${name} cannot be reached.`);
  const [mongo, other] = [away("MongoDB"), away("MongoDB")];
  const redis = away("Redis");
  const unforeseen = new TypeError("unforeseen");

  failed(mongo, "a");
  failed(other, "b");
  failed(other, "c");
  failed(redis);
  failed(unforeseen, "d");
  failed(unforeseen, "e");
  clock.now = 10_000;
  failed(other, "f");
  failed(mongo, "g");
  clock.now = 40_000;
  failed(mongo, "h");
  failed(redis, "i");

  expect(lines).toEqual([
    { err: mongo, sessionId: "a" },
    { err: redis, sessionId: undefined },
    { err: unforeseen, sessionId: "d" },
    { err: unforeseen, sessionId: "e" },
    { err: other, sessionId: "f", alike: 2 },
    { err: mongo, sessionId: "h", alike: 1 },
    { err: redis, sessionId: "i" },
  ]);
});
