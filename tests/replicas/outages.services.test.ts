import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { upTo } from "../support/read-whole.ts";
import { type Replicas, startReplicas } from "../support/replicas.ts";
import { type FollowedEvent, followRoaming } from "../support/roaming-follower.ts";
import { sendUntilTaken } from "../support/send-until-taken.ts";
import { ownService } from "../support/services/describe-with.ts";
import { startMilvus } from "../support/services/start-milvus.ts";
import { startMongo } from "../support/services/start-mongo.ts";
import { startRedis } from "../support/services/start-redis.ts";

/** How long a service is away, milliseconds. */
const AWAY_MS = 10_000;
const SESSIONS = 10;

test("MongoDB away for ten seconds under load: refused with 503, nothing lost or doubled, and all goes on by itself", async (context) => {
  await using mongo = await ownService(context, startMongo);
  await using replicas = await startReplicas(2, { MONGODB_URI: mongo.database() });
  await using load = await talk(replicas);
  await load.untilSaid(30);
  await mongo.stop();
  const refused = await post(replicas.url(0), said("call-1", 9_999));
  expect(refused).toMatchObject({ status: 503, type: expect.stringContaining("application/problem+json") });
  expect((await fetch(`${replicas.url(0)}/readyz`)).status).toBe(503);
  expect((await fetch(`${replicas.url(0)}/healthz`)).status).toBe(200);
  await sleep(AWAY_MS);
  await mongo.start();
  const { statuses } = await load.stop();
  expect(statuses).toContain(503);
  await load.expectAllHeard();
  await vi.waitFor(async () => expect((await fetch(`${replicas.url(0)}/readyz`)).status).toBe(200), 15_000);
}, 180_000);

test("Redis away for ten seconds under load: words and cards go on, a little later, and it is said", async (context) => {
  await using mongo = await ownService(context, startMongo);
  await using redis = await ownService(context, startRedis);
  const settings = { MONGODB_URI: mongo.database(), REDIS_URL: redis.url };
  await using replicas = await startReplicas(2, settings);
  await using load = await talk(replicas);
  await load.untilSaid(30);
  await redis.stop();
  await load.untilSaid(load.sent() + 60);
  await expectReadyz(replicas, { status: "degraded", signals: "away" });
  using client = connect(replicas.url(0));
  await vi.waitFor(async () => {
    const { state } = await client.api.session.get.query({ sessionId: "call-1" });
    expect(state.copilot.degraded).toEqual(["feed"]);
  }, 10_000);
  await sleep(AWAY_MS);
  await redis.start();
  await expectReadyz(replicas, { status: "ok", signals: "ok" });
  const { statuses } = await load.stop();
  expect(new Set(statuses)).toEqual(new Set([202]));
  await load.expectAllHeard();
}, 180_000);

test("Milvus away: cards say that policies cannot be searched, the transcript goes on, and later questions are answered", async (context) => {
  await using mongo = await ownService(context, startMongo);
  await using milvus = await ownService(context, startMilvus);
  const settings = {
    MONGODB_URI: mongo.database(),
    MILVUS_ADDRESS: milvus.address,
    MILVUS_COLLECTION: milvus.collection(),
  };
  await using replicas = await startReplicas(1, settings);
  using client = connect(replicas.url(0));
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" });
  using seen = watch(client, "c1");
  const ask = (n: number, text: string) =>
    post(replicas.url(0), { sessionId: "c1", segmentId: `${n}`, beginOffsetMs: n * 60_000, text });
  await ask(1, "Is my dishwasher covered?");
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]), 15_000);
  await milvus.stop();
  expect((await ask(2, "Is my furnace covered?")).status).toBe(202);
  await vi.waitFor(() => expect(seen.segments).toHaveLength(2));
  await vi.waitFor(
    () =>
      expect(seen.cards()[1]).toMatchObject({ status: "failed", notice: { code: "POLICIES_UNAVAILABLE" } }),
    15_000,
  );
  await expectReadyz(replicas, { status: "degraded", search: "away", log: "ok" });
  await milvus.start();
  await expectReadyz(replicas, { status: "ok", search: "ok" });
  // What was asked meanwhile is answered by itself.
  await vi.waitFor(() => expect(seen.cards()[1]).toMatchObject({ status: "ready" }), 20_000);
  expect(seen.cards()[1]?.notice?.code).toBe("START_UNKNOWN");
  await ask(3, "Is my water heater covered?");
  await vi.waitFor(() => expect(seen.cards().at(-1)).toMatchObject({ status: "ready" }), 20_000);
  expect(seen.errors).toEqual([]);
}, 180_000);

async function expectReadyz(replicas: Replicas, expected: object): Promise<void> {
  await vi.waitFor(async () => {
    expect(await (await fetch(`${replicas.url(0)}/readyz`)).json()).toMatchObject(expected);
  }, 20_000);
}

function said(sessionId: string, n: number) {
  const text = n % 6 === 2 ? `Is the item number ${n} of my kitchen covered?` : `These are the words ${n}.`;
  return {
    sessionId,
    segmentId: `${sessionId}-${n}`,
    text,
    beginOffsetMs: n * 1_000,
    plan: "Plus",
    state: "TX",
  };
}

/** Sessions that talk without end over all replicas, each followed on another one than the next. */
async function talk(replicas: Replicas) {
  const sessionIds = upTo(SESSIONS).map((n) => `call-${n}`);
  {
    using client = connect(replicas.url(0));
    for (const sessionId of sessionIds) await client.api.copilot.enable.mutate({ sessionId });
  }
  const statuses: number[] = [];
  const counts = new Map<string, number>();
  let isOver = false;
  const followers = sessionIds.map((sessionId, index) =>
    followRoaming(() => replicas.url(index), "session.onTranscript", sessionId),
  );
  const speaking = sessionIds.map(async (sessionId, index) => {
    for (let n = 1; !isOver; n += 1) {
      statuses.push(...(await sendUntilTaken(() => replicas.url(index + n), said(sessionId, n))));
      counts.set(sessionId, n);
      await sleep(150);
    }
  });
  const sent = () => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const stop = async () => {
    isOver = true;
    await Promise.all(speaking);
    return { statuses };
  };
  return {
    sent,
    stop,
    untilSaid: (count: number) => vi.waitFor(() => expect(sent()).toBeGreaterThanOrEqual(count), 60_000),
    /** Each follower has every word once, in the order of the log. */
    async expectAllHeard() {
      for (const [index, { events, errors }] of followers.entries()) {
        const sessionId = sessionIds[index] ?? "";
        const wanted = upTo(counts.get(sessionId) ?? 0).map((n) => `${sessionId}-${n}`);
        await vi.waitFor(() => expect(idsOf(events)).toEqual(wanted), 20_000);
        const seqs = events.map(({ id }) => id);
        expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
        expect(errors).toEqual([]);
      }
    },
    async [Symbol.asyncDispose]() {
      await stop();
      for (const follower of followers) follower[Symbol.dispose]();
    },
  };
}

function idsOf(events: readonly FollowedEvent[]): unknown[] {
  // What a probe of the test's own sent was refused, and may be stored all the same.
  return events.map(({ data }) => data["segmentId"]).filter((id) => !String(id).endsWith("-9999"));
}
