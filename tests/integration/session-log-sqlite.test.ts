import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSessionLog, type SessionLogOptions } from "@live-copilot/api/adapters/sqlite/session-log.ts";
import type { SessionLog } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";
import { segmentFact } from "../support/facts.ts";
import { readWhole, upTo } from "../support/read-whole.ts";
import { tempDir } from "../support/temp-dir.ts";

describe("the session log on SQLite", () => {
  test("fails only the append that it cannot hold, and nothing of it is stored", async () => {
    await using opened = await openTemp();
    const { log } = opened;
    const poison = { ...segmentFact("x"), key: "" };
    const results = await Promise.allSettled([
      log.append("call", [segmentFact("a")]),
      log.append("call", [segmentFact("lost"), poison], 1_000),
      log.append("poisoned from the start", [poison]),
      log.append("call", [segmentFact("b")]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({ reason: { reason: "INTERNAL" } });
    const keys = (await readWhole(log, "call")).map(({ key }) => key);
    expect(keys).toEqual(["segment:a", "segment:b"]);
    expect(await log.head("poisoned from the start")).toBeNull();
    expect(await log.due(9_000, 10)).toEqual([]);
  });

  test("refuses appends when too many wait, stores those that it took, and takes more later", async () => {
    await using opened = await openTemp({ maxWaiting: 10 });
    const { log } = opened;
    const results = await Promise.allSettled(upTo(25).map((n) => log.append("call", [segmentFact(`${n}`)])));
    const refused = results.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(15);
    expect(refused[0]).toMatchObject({ reason: { reason: "UNAVAILABLE", retryAfter: 1 } });
    const [appended] = await log.append("call", [segmentFact("later")]);
    expect(appended?.event.seq).toBe(11);
  });

  test("refuses what would take too much memory while it waits", async () => {
    await using opened = await openTemp({ maxWaitingChars: 10_000 });
    const long = opened.log.append("call", [segmentFact("long", "x".repeat(9_500))]);
    await expect(opened.log.append("call", [segmentFact("b", "x".repeat(500))])).rejects.toMatchObject({
      reason: "UNAVAILABLE",
    });
    await long;
    await opened.log.append("call", [segmentFact("b", "x".repeat(500))]);
  });

  test("closing waits for what was accepted and takes nothing more", async () => {
    await using opened = await openTemp();
    const appends = upTo(300).map((n) => opened.log.append("call", [segmentFact(`${n % 200}`)]));
    const closed = opened.log.close();
    await expect(opened.log.append("call", [segmentFact("late")])).rejects.toMatchObject({
      reason: "UNAVAILABLE",
    });
    const results = (await Promise.all(appends)).flat();
    expect(results.filter(({ duplicate }) => duplicate)).toHaveLength(100);
    await closed;
    await expect(opened.log.ping()).rejects.toMatchObject({ reason: "UNAVAILABLE" });
    const log = await openSessionLog({ file: opened.file });
    expect(await readWhole(log, "call")).toHaveLength(200);
    await log.close();
  });

  test("finishes a sweep that an earlier process did not", async () => {
    await using opened = await openTemp();
    await opened.log.append(
      "old",
      upTo(700).map((n) => segmentFact(`${n}`)),
    );
    await opened.log.close();
    const db = new DatabaseSync(opened.file);
    db.exec("INSERT INTO removed SELECT id FROM sessions; DELETE FROM sessions");
    const log = await openSessionLog({ file: opened.file });
    await log.append("old", [segmentFact("1")]);
    await log.sweep(0, 10);
    expect(db.prepare("SELECT count(*) AS events FROM events").get()).toEqual({ events: 1 });
    db.close();
    await log.close();
  });
});

describe("opening", () => {
  test.each([
    ["a newer version's file", "PRAGMA user_version = 99", /newer version/],
    ["a database of something else", "PRAGMA application_id = 7", /something else/],
  ])("refuses %s and says what to do", async (_name, sql, message) => {
    await using opened = await openTemp();
    await opened.log.close();
    const db = new DatabaseSync(opened.file);
    db.exec(sql);
    db.close();
    await expect(openSessionLog({ file: opened.file })).rejects.toThrow(message);
  });

  test("refuses a path that cannot be opened", async () => {
    await using dir = await tempDir();
    await expect(openSessionLog({ file: join(dir.path, "missing", "sessions.db") })).rejects.toMatchObject({
      reason: "UNAVAILABLE",
    });
  });
});

interface Opened extends AsyncDisposable {
  readonly log: SessionLog;
  readonly file: string;
}

async function openTemp(options: Omit<SessionLogOptions, "file"> = {}): Promise<Opened> {
  const dir = await tempDir();
  const file = join(dir.path, "sessions.db");
  const log = await openSessionLog({ ...options, file });
  return {
    log,
    file,
    async [Symbol.asyncDispose]() {
      await log.close();
      await dir[Symbol.asyncDispose]();
    },
  };
}
