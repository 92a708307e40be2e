import { expect, test, vi } from "vitest";
import { segmentFact } from "../support/facts.ts";
import { standingClock } from "../support/log-cluster.ts";
import { INSERT, needsCable, openCutLog } from "../support/open-cut-log.ts";
import { readWhole, upTo } from "../support/read-whole.ts";
import { describeWith } from "../support/services/describe-with.ts";

const DAY = 86_400_000;

describeWith(["mongo"], "what the session log on MongoDB remembers", ({ mongo }) => {
  needsCable(mongo);

  test("a session that was removed elsewhere begins at 1 again, whoever remembers it", async () => {
    const clock = standingClock();
    const database = mongo.database();
    await using here = await openCutLog(database, { clock: clock.now });
    await using there = await openCutLog(database, { clock: clock.now });
    await here.log.append("call", [segmentFact("a"), segmentFact("b")]);
    expect(await there.log.head("call")).toMatchObject({ seq: 2 });
    expect(await here.log.sweep(clock.advance(DAY), 10)).toBe(1);
    const [first] = await there.log.append("call", [segmentFact("c")]);
    expect(first?.event.seq).toBe(1);
    expect((await readWhole(here.log, "call")).map(({ key }) => key)).toEqual(["segment:c"]);
    expect(await here.log.summaries(["call"])).toMatchObject([{ status: "live" }]);
  });

  test("words that come while a session is removed begin it anew, and it is listed", async () => {
    const clock = standingClock();
    const database = mongo.database();
    await using here = await openCutLog(database, { clock: clock.now });
    await using there = await openCutLog(database, { clock: clock.now });
    await here.log.append("call", [segmentFact("a"), segmentFact("b")]);
    expect(await there.log.head("call")).toMatchObject({ seq: 2 });
    const isCut = here.proxy.cut(/delete\0.{4}sessions/s, "before");
    await expect(here.log.sweep(clock.advance(DAY), 10)).rejects.toMatchObject({ reason: "UNAVAILABLE" });
    expect(isCut()).toBe(true);
    expect(await there.log.append("call", [segmentFact("c")])).toMatchObject([{ event: { seq: 1 } }]);
    expect((await there.log.sessions({ limit: 5 })).sessions).toMatchObject([{ status: "live" }]);
    expect(await here.log.sweep(clock.now(), 10)).toBe(0);
    expect(await readWhole(here.log, "call")).toHaveLength(1);
  });

  test("a hole whose closing failed is closed by the next who appends", async () => {
    const database = mongo.database();
    await using writer = await openCutLog(database);
    for (const id of ["a", "b", "c"]) await writer.log.append("call", [segmentFact(id)]);
    await using place = await openCutLog(database);
    await place.raw.collection("appends").deleteOne({ first: 2 });
    const isCut = place.proxy.cut(INSERT, "before");
    const append = () => place.log.append("call", [segmentFact("d")]);
    await expect(append()).rejects.toMatchObject({ reason: "UNAVAILABLE" });
    await vi.waitFor(() => expect(isCut()).toBe(true), { timeout: 5_000 });
    await vi.waitFor(async () => expect(await append()).toMatchObject([{ event: { seq: 4 } }]), {
      timeout: 8_000,
      interval: 100,
    });
  });

  test("an append whose answer was lost is the caller's own, also where it was heard of meanwhile", async () => {
    await using place = await openCutLog(mongo.database());
    const { log, proxy } = place;
    await log.append("call", [segmentFact("a")]);
    const isCut = proxy.cut(INSERT, "after");
    // Whoever looks for the lost append is overtaken by somebody else who reads on.
    proxy.hold(/find\0.{4}appends.*call:2/s, () => log.head("call"));
    const [appended] = await log.append("call", [segmentFact("b")]);
    expect(isCut()).toBe(true);
    expect(appended).toMatchObject({ duplicate: false, event: { seq: 2 } });
  });

  test("appends that wait for one that is stuck are refused with it, not one after the other", async () => {
    await using place = await openCutLog(mongo.database());
    const { log } = place;
    await log.append("call", [segmentFact("0")]);
    await place.proxy[Symbol.asyncDispose]();
    const begun = performance.now();
    const appends = upTo(6).map((n) => log.append("call", [segmentFact(String(n))]));
    const outcomes = await Promise.allSettled(appends);
    expect(outcomes.map(({ status }) => status)).toEqual(upTo(6).map(() => "rejected"));
    expect(performance.now() - begun).toBeLessThan(12_000);
  }, 60_000);
});
