import { followSession } from "@live-copilot/shared/copilot";
import { expect, test, vi } from "vitest";
import { segmentFact } from "../support/facts.ts";
import { standingClock } from "../support/log-cluster.ts";
import { type CutLogOptions, needsCable, openCutLog } from "../support/open-cut-log.ts";
import { describeWith } from "../support/services/describe-with.ts";

const DAY = 86_400_000;

describeWith(["mongo"], "the check for what no hint told of", ({ mongo }) => {
  needsCable(mongo);

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
    const reset = expect(pages.next()).rejects.toMatchObject({ reason: "LOG_RESET" });
    await there.log.sweep(clock.advance(DAY), 10);
    await there.log.append("call", [segmentFact("c")]);
    await reset;
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

/** A replica that looks often, and counts what its check could not find out. */
async function openPlace(uri: string, options: CutLogOptions = {}) {
  let failures = 0;
  let onFailure: () => void = () => undefined;
  const failed = () => {
    failures += 1;
    onFailure();
    onFailure = () => undefined;
  };
  const opened = await openCutLog(uri, { checkMs: 50, failed, ...options });
  return {
    ...opened,
    failures: () => failures,
    /** Called once, at the next failure. */
    onFailure(then: () => void) {
      onFailure = then;
    },
  };
}
