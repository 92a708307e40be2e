import { expect, test, vi } from "vitest";
import { endFact, segmentFact } from "../support/facts.ts";
import { INSERT, needsCable, openCutLog } from "../support/open-cut-log.ts";
import { readWhole, upTo } from "../support/read-whole.ts";
import { describeWith } from "../support/services/describe-with.ts";

describeWith(["mongo"], "the session log on MongoDB", ({ mongo }) => {
  needsCable(mongo);

  test("an append whose answer was lost is there once, and known for the caller's own", async () => {
    await using place = await openCutLog(mongo.database());
    const { log, proxy } = place;
    await log.append("call", [segmentFact("a")]);
    const isCut = proxy.cut(INSERT, "after");
    const [appended] = await log.append("call", [segmentFact("b")], 1_000);
    expect(isCut()).toBe(true);
    expect(appended).toMatchObject({ duplicate: false, event: { seq: 2 } });
    expect((await readWhole(log, "call")).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await log.due(9_000, 10)).toEqual([{ sessionId: "call", dueAt: 1_000 }]);
  });

  test("an append that did not reach the database is refused, and may be sent again", async () => {
    await using place = await openCutLog(mongo.database());
    const { log, proxy } = place;
    await log.append("call", [segmentFact("a")]);
    const isCut = proxy.cut(INSERT, "before");
    await expect(log.append("call", [segmentFact("b")])).rejects.toMatchObject({
      reason: "UNAVAILABLE",
      retryAfter: 1,
    });
    expect(isCut()).toBe(true);
    expect(await readWhole(log, "call")).toHaveLength(1);
    expect(await log.append("call", [segmentFact("b")])).toMatchObject([{ duplicate: false }]);
  });

  test("a session that ended while its writer died says so once the end is sent again", async () => {
    const database = mongo.database();
    await using place = await openCutLog(database);
    await place.log.append("call", [segmentFact("a"), endFact()]);
    const sessions = place.raw.collection("sessions");
    await sessions.updateOne({}, { $set: { status: "live", endedAt: null, describedSeq: 1 } });
    await using other = await openCutLog(database);
    await other.log.append("call", [endFact()]);
    expect(await place.log.summaries(["call"])).toMatchObject([{ status: "ended" }]);
  });

  test("a session that is settled while it ends is an ended one, and due no more", async () => {
    await using place = await openCutLog(mongo.database());
    const { log } = place;
    const ids = upTo(20).map((n) => `call-${n}`);
    await Promise.all(ids.map((id) => log.append(id, [segmentFact("a")], 1_000)));
    await Promise.all(ids.flatMap((id) => [log.append(id, [endFact()]), log.settle(id, 1, null)]));
    expect((await log.summaries(ids)).map(({ status }) => status)).toEqual(ids.map(() => "ended"));
    expect(await log.due(9_000, 10)).toEqual([]);
  });

  test("what was marked as due by an append that never came is let go of", async () => {
    const clock = { now: Date.parse("2026-03-02T15:00:00.000Z") };
    await using place = await openCutLog(mongo.database(), { clock: () => clock.now });
    const { log, proxy } = place;
    await log.append("call", [segmentFact("a")], 1_000);
    proxy.cut(INSERT, "before");
    await expect(log.append("call", [segmentFact("b")], 2_000)).rejects.toThrow();
    await log.settle("call", 1, null);
    expect(await log.due(9_000, 10)).toHaveLength(1);
    clock.now += 60_000;
    await log.settle("call", 1, null);
    expect(await log.due(9_000, 10)).toEqual([]);
  });

  test("a hole that a failover left hides what stands behind it, and is closed with events that readers skip", async () => {
    const database = mongo.database();
    await using writer = await openCutLog(database);
    for (const id of ["a", "b", "c"]) await writer.log.append("call", [segmentFact(id)]);
    await writer.raw.collection("appends").deleteOne({ first: 2 });
    await using reader = await openCutLog(database);
    expect((await readWhole(reader.log, "call")).map(({ seq }) => seq)).toEqual([1]);
    await expect(reader.log.append("call", [segmentFact("d")])).rejects.toMatchObject({
      reason: "UNAVAILABLE",
    });
    await vi.waitFor(async () => expect(await reader.log.head("call")).toMatchObject({ seq: 3 }), {
      timeout: 5_000,
    });
    expect((await readWhole(reader.log, "call")).map(({ seq }) => seq)).toEqual([1, 3]);
    const [gap] = await reader.log.after("call", 0, { kinds: ["gap"], limit: 5 });
    expect(gap?.seq).toBe(2);
    await reader.log.append("call", [segmentFact("d")]);
    await using fresh = await openCutLog(database);
    expect((await fresh.log.head("call"))?.seq).toBe(4);
  });

  test("a sweep that died is gone on with, and words that come meanwhile are kept", async () => {
    const clock = { now: Date.parse("2026-03-02T15:00:00.000Z") };
    const database = mongo.database();
    await using place = await openCutLog(database, { clock: () => clock.now });
    const { log } = place;
    await log.append(
      "old",
      upTo(20).map((n) => segmentFact(String(n))),
    );
    await place.raw.collection("sessions").updateOne({}, { $set: { status: "removing" } });
    expect((await log.sessions({ limit: 5 })).sessions).toEqual([]);
    clock.now += 60_000;
    expect(await log.sweep(clock.now, 10)).toBe(1);
    expect(await log.head("old")).toBeNull();
    expect(await place.raw.collection("appends").countDocuments({})).toBe(0);
  });
});
