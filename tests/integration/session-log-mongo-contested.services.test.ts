import { createMemorySignals } from "@live-copilot/api/adapters/memory/signals.ts";
import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoSessionLog } from "@live-copilot/api/adapters/mongo/session-log.ts";
import { beforeEach, expect, test, vi } from "vitest";
import { openCutProxy } from "../support/cut-proxy.ts";
import { segmentFact } from "../support/facts.ts";
import { standingClock } from "../support/log-cluster.ts";
import { readWhole, upTo } from "../support/read-whole.ts";
import { describeWith } from "../support/services/describe-with.ts";

const DAY = 86_400_000;

describeWith(["mongo"], "what the session log on MongoDB remembers", ({ mongo }) => {
  beforeEach(({ skip }) =>
    skip(!LOCAL.test(mongo.uri), "a cable that can be cut needs one server on loopback"),
  );

  test("a session that was removed elsewhere begins at 1 again, whoever remembers it", async () => {
    const clock = standingClock();
    const database = mongo.database();
    await using here = await openPlace(database, clock.now);
    await using there = await openPlace(database, clock.now);
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
    await using here = await openPlace(database, clock.now);
    await using there = await openPlace(database, clock.now);
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
    await using writer = await openPlace(database);
    for (const id of ["a", "b", "c"]) await writer.log.append("call", [segmentFact(id)]);
    await using place = await openPlace(database);
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
    await using place = await openPlace(mongo.database());
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
    await using place = await openPlace(mongo.database());
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

/** The command in which an append travels. */
const INSERT = /insert\0.{4}appends/s;
const LOCAL = /\/\/(?:[^@/]*@)?127\.0\.0\.1:(\d+)/;

/** A log whose connection goes over a cable that can be cut, and a connection that cannot. */
async function openPlace(uri: string, clock: () => number = Date.now) {
  await using opening = new AsyncDisposableStack();
  const address = LOCAL.exec(uri)?.[1] ?? "";
  const proxy = opening.use(await openCutProxy({ port: Number(address) }));
  const { db } = opening.use(await connectMongo(uri.replace(`:${address}`, `:${proxy.port}`)));
  const { db: raw } = opening.use(await connectMongo(uri));
  const log = await openMongoSessionLog({
    db,
    signals: createMemorySignals(),
    checkMs: 100,
    clock,
    failed: () => undefined,
  });
  opening.defer(() => log.close());
  const closing = opening.move();
  return { log, proxy, raw, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
