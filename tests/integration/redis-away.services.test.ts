import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startRedis } from "../support/services/start-redis.ts";
import { startServer } from "../support/start-server.ts";

const CALL = { sessionId: "c1", speaker: "AGENT" };

describeWith(["mongo"], "two replicas whose Redis goes away", ({ mongo }) => {
  test("words come by the slow check, both sides say so, and all is as before when it is back", async (context) => {
    await using redis = await ownService(context, startRedis);
    const settings = {
      MONGODB_URI: mongo.database(),
      REDIS_URL: redis.url,
      REDIS_PREFIX: redis.prefix(),
      // Long, so that what comes sooner came by a hint.
      LOG_CHECK_MS: "4000",
    };
    await using here = await startServer(settings);
    await using there = await startServer(settings);
    using client = connect(there.url);
    using seen = watch(client, "c1");
    const say = async (text: string, rest: object = {}) =>
      expect((await post(here.url, { ...CALL, text, ...rest })).status).toBe(202);
    const readiness = async ({ url } = there) => {
      const response = await fetch(`${url}/readyz`);
      return [response.status, await response.json()];
    };
    const heard = (text: string) => expect(seen.segments.map((one) => one.text)).toContain(text);

    await say("First.", { segmentId: "a" });
    await vi.waitFor(() => heard("First."), { timeout: 10_000 });
    const said = performance.now();
    await say("I was wond", { segmentId: "b", final: false });
    await vi.waitFor(() => heard("I was wond"), { timeout: 2_000 });
    await say("I was wondering.", { segmentId: "b" });
    await vi.waitFor(() => heard("I was wondering."), { timeout: 2_000 });
    expect(performance.now() - said).toBeLessThan(3_000);
    const allWell = [200, expect.objectContaining({ status: "ok", signals: "ok" })];
    expect(await readiness()).toEqual(allWell);

    await redis.stop();
    await vi.waitFor(async () =>
      expect(await readiness()).toEqual([
        200,
        expect.objectContaining({ status: "degraded", log: "ok", signals: "away" }),
      ]),
    );
    const told = () => seen.updates.findLast(({ copilot }) => copilot)?.copilot?.degraded;
    await vi.waitFor(() => expect(told()).toEqual(["feed"]), { timeout: 15_000 });
    await say("While it was away.", { segmentId: "c" });
    await vi.waitFor(() => heard("While it was away."), { timeout: 10_000 });
    const metrics = await (await fetch(`${there.url}/metrics`)).text();
    expect(metrics).toContain('copilot_dependency_up{dependency="feed"} 0');
    expect(metrics).toContain('copilot_dependency_up{dependency="customers"} 1');

    await redis.start();
    await vi.waitFor(() => expect(told()).toEqual([]), { timeout: 15_000 });
    // Each replica connects again by itself, and a draft of one that still waits to try reaches only its own pages.
    await vi.waitFor(async () => expect(await readiness(here)).toEqual(allWell), { timeout: 5_000 });
    await say("Back", { segmentId: "d", final: false });
    await vi.waitFor(() => heard("Back"), { timeout: 2_000 });
    expect(seen.segments.filter(({ final }) => final).map(({ segmentId }) => segmentId)).toEqual([
      "a",
      "b",
      "c",
    ]);
    // The operator is told once, and nothing else went wrong.
    const once = [expect.objectContaining({ message: "Redis cannot be reached." })];
    expect([here.failures, there.failures, seen.errors]).toEqual([once, once, []]);
  });
});
