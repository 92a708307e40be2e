import { createMemorySignals } from "@live-copilot/api/adapters/memory/signals.ts";
import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoSessionLog } from "@live-copilot/api/adapters/mongo/session-log.ts";
import { followSession } from "@live-copilot/shared/copilot";
import { beforeEach, expect, test, vi } from "vitest";
import { openCutProxy } from "../support/cut-proxy.ts";
import { segmentFact } from "../support/facts.ts";
import { standingClock } from "../support/log-cluster.ts";
import { describeWith } from "../support/services/describe-with.ts";

const DAY = 86_400_000;

describeWith(["mongo"], "the check for what no hint told of", ({ mongo }) => {
  beforeEach(({ skip }) =>
    skip(!LOCAL.test(mongo.uri), "a cable that can be cut needs one server on loopback"),
  );

  test("a quiet session is left in peace, also when it was forgotten", async () => {
    await using place = await openPlace(mongo.database(), { maxBytes: 1 });
    await place.log.append("call", [segmentFact("a")]);
    const told: number[] = [];
    const reads: Promise<unknown>[] = [];
    const stop = place.log.live("call", (seq) => {
      told.push(seq);
      reads.push(place.log.head("call"));
    });
    const begun = Date.now();
    await vi.waitFor(() => expect(Date.now() - begun).toBeGreaterThan(900), { timeout: 2_000 });
    expect(told.length).toBeLessThan(4);
    await place.log.append("call", [segmentFact("b")]);
    await vi.waitFor(() => expect(told.at(-1)).toBe(2));
    stop();
    await Promise.all(reads);
  });

  test("a session that another replica removed and that began again is LOG_RESET", async () => {
    const clock = standingClock();
    const database = mongo.database();
    await using here = await openPlace(database, { clock: clock.now });
    await using there = await openPlace(database, { clock: clock.now });
    await there.log.append("call", [segmentFact("a"), segmentFact("b")]);
    const abort = new AbortController();
    const pages = followSession(here.log, { sessionId: "call", after: 0, signal: abort.signal });
    expect((await pages.next()).value).toHaveLength(2);
    const next = pages.next();
    await there.log.sweep(clock.advance(DAY), 10);
    await there.log.append("call", [segmentFact("c")]);
    await expect(next).rejects.toMatchObject({ reason: "LOG_RESET" });
    abort.abort();
  });

  test("a list hears of what changed while the database could not be asked", async () => {
    const clock = standingClock();
    const database = mongo.database();
    await using here = await openPlace(database, { clock: clock.now });
    await using there = await openPlace(database, { clock: clock.now });
    const changed: string[] = [];
    const stop = here.log.liveAll((sessionId) => changed.push(sessionId));
    // Two looks in a row fail: the one that is under way, and the one after it.
    const goOn = Promise.withResolvers<void>();
    const isHeld = new Promise<void>((resolve) => {
      here.proxy.hold(LIST, () => {
        resolve();
        return goOn.promise;
      });
    });
    await isHeld;
    await there.log.append("call", [segmentFact("a")]);
    clock.advance(10_000);
    here.proxy.cut(LIST, "before");
    here.onFailure(() => here.proxy.cut(LIST, "before"));
    goOn.resolve();
    await vi.waitFor(() => expect(here.failures()).toBe(2));
    await vi.waitFor(() => expect(changed).toEqual(["call"]));
    stop();
  });
});

/** The command in which the check of the list asks. */
const LIST = /find\0.{4}sessions.*lastAt/s;
const LOCAL = /\/\/(?:[^@/]*@)?127\.0\.0\.1:(\d+)/;

interface PlaceOptions {
  readonly clock?: () => number;
  readonly maxBytes?: number;
}

/** A replica that hears nothing of the others, with a cable that can be cut. */
async function openPlace(uri: string, options: PlaceOptions = {}) {
  await using opening = new AsyncDisposableStack();
  const address = LOCAL.exec(uri)?.[1] ?? "";
  const proxy = opening.use(await openCutProxy({ port: Number(address) }));
  const { db } = opening.use(await connectMongo(uri.replace(`:${address}`, `:${proxy.port}`)));
  const signals = createMemorySignals();
  let failures = 0;
  let onFailure: () => void = () => undefined;
  const failed = () => {
    failures += 1;
    onFailure();
    onFailure = () => undefined;
  };
  const log = await openMongoSessionLog({ db, signals, checkMs: 50, failed, ...options });
  opening.defer(() => log.close());
  const closing = opening.move();
  return {
    log,
    proxy,
    failures: () => failures,
    /** Called once, at the next failure. */
    onFailure(then: () => void) {
      onFailure = then;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
