import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { modelAnswer } from "../support/model-answer.ts";
import { startReplicas } from "../support/replicas.ts";
import { describeWith } from "../support/services/describe-with.ts";
import { startOpenAi } from "../support/services/start-openai.ts";

const ASK = { sessionId: "c1", segmentId: "1", text: "Is my dishwasher covered?", plan: "Plus", state: "TX" };

describeWith(["mongo", "redis"], "a replica that dies", ({ mongo, redis }) => {
  const stores = () => ({
    MONGODB_URI: mongo.database(),
    REDIS_URL: redis.url,
    REDIS_PREFIX: redis.prefix(),
  });

  test("between storing and suggesting: another one answers, once, within ten seconds", async () => {
    await using replicas = await startReplicas(2, stores());
    using client = connect(replicas.url(1));
    await client.api.copilot.enable.mutate({ sessionId: "c1" });
    using seen = watch(client, "c1");
    expect((await post(replicas.url(0), ASK)).status).toBe(202);
    // Before the pause is over: nobody has claimed the turn.
    await replicas.kill(0);
    await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]), 10_000);
    const ready = seen.updates.flatMap(({ cards }) => cards).filter(({ status }) => status === "ready");
    expect(ready).toHaveLength(1);
    expect(seen.errors).toEqual([]);
  });

  test("while its model writes: the sources stand at once, and another one has the card written", async () => {
    await using model = await startOpenAi({ answer: modelAnswer, timeToFirstTokenMs: 60_000 });
    const settings = {
      ...stores(),
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_DECIDES: "1",
      OPENAI_API_KEY: "k",
      ADVISOR_DEADLINE_MS: "3000",
    };
    await using replicas = await startReplicas(2, settings);
    using client = connect(replicas.url(1));
    await client.api.copilot.enable.mutate({ sessionId: "c1" });
    using seen = watch(client, "c1");
    await post(replicas.url(0), ASK);
    await vi.waitFor(
      () => expect(seen.cards()).toMatchObject([{ status: "sources", engine: "rules" }]),
      10_000,
    );
    expect(seen.cards()[0]?.citations.length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(model.calls).toHaveLength(1));
    await replicas.kill(0);
    model.change({ timeToFirstTokenMs: 50 });
    await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]), 10_000);
    expect(seen.cards()[0]?.engine).toMatch(/^openai:/);
    expect(model.calls).toHaveLength(2);
  });
});

describeWith(["mongo"], "replicas without Redis", ({ mongo }) => {
  test("are told by the log itself: words and cards reach a follower of another replica", async () => {
    await using replicas = await startReplicas(2, { MONGODB_URI: mongo.database() });
    using client = connect(replicas.url(1));
    await client.api.copilot.enable.mutate({ sessionId: "c1" });
    using seen = watch(client, "c1");
    await post(replicas.url(0), ASK);
    await vi.waitFor(() => expect(seen.segments).toHaveLength(1), 5_000);
    await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]), 10_000);
  });
});
