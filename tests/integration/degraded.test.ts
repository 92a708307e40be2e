import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { openHealth } from "../support/open-health.ts";
import { startServer } from "../support/start-server.ts";

const away = async () => {
  throw new Error("away");
};
const here = async () => {};

test("the embedded server names its stores and nothing else", async () => {
  await using server = await startServer();
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: "ok", log: "ok", policies: "ok", customers: "ok" },
  ]);
});

test("a server without search, the other replicas or a model is ready, and says what is away", async () => {
  const health = openHealth({ search: away, signals: here, model: away });
  await using server = await startServer({}, undefined, () => ({ health }));
  const ready = await fetch(`${server.url}/readyz`);
  const stores = { log: "ok", policies: "ok", customers: "ok" };
  const services = { search: "away", signals: "ok", model: "away" };
  expect([ready.status, await ready.json()]).toEqual([200, { status: "degraded", ...stores, ...services }]);
});

test("a server that reaches a store no more, or waits for it in vain, is not ready", async () => {
  const never = () => new Promise<number>(() => {});
  await using server = await startServer({}, undefined, ({ log, library }) => ({
    log: { ...log, ping: away },
    library: { ...library, revision: never },
  }));
  const asked = performance.now();
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: "degraded", log: "away", policies: "away", customers: "ok" },
  ]);
  expect(performance.now() - asked).toBeLessThan(3_000);
});

test("everyone who follows a call is told at once what goes away and what comes back", async () => {
  const health = openHealth();
  await using server = await startServer({}, undefined, () => ({ health }));
  using client = connect(server.url);
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  using one = watch(client, "c1");
  using other = watch(client, "c1");
  const told = (seen: typeof one) =>
    seen.updates.flatMap(({ copilot }) => (copilot ? [copilot.degraded.join()] : []));
  await vi.waitFor(() => expect([told(one), told(other)]).toEqual([[""], [""]]));
  health.set("feed");
  await vi.waitFor(() => expect([told(one).at(-1), told(other).at(-1)]).toEqual(["feed", "feed"]));
  health.set("model", "feed");
  await vi.waitFor(() => expect(told(one).at(-1)).toBe("model,feed"));
  const { state } = await client.api.session.get.query({ sessionId: "c1" });
  expect(state.copilot).toEqual(one.updates.at(-1)?.copilot);
  expect(state.copilot).toMatchObject({ enabled: true, degraded: ["model", "feed"] });
  health.set();
  await vi.waitFor(() => expect(told(one)).toEqual(["", "feed", "model,feed", ""]));
  const { id } = one.updates.at(-1) ?? {};
  await client.api.session.updateContext.mutate({ sessionId: "c1", state: "TX" });
  await vi.waitFor(() => expect(Number(one.updates.at(-1)?.id)).toBeGreaterThan(Number(id)));
  expect([Number(id), one.errors]).toEqual([state.seq, []]);
});

test("whoever comes back is told how things stand now, whatever was told before", async () => {
  const health = openHealth();
  await using server = await startServer({}, undefined, () => ({ health }));
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello.", speaker: "AGENT" });
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  const { seq } = await client.api.session.get.query({ sessionId: "c1" });
  health.set("policies");
  using late = watch(client, "c1", String(seq));
  await vi.waitFor(() => expect(late.updates).toHaveLength(1));
  expect(late.updates[0]).toMatchObject({
    id: String(seq),
    cards: [],
    copilot: { enabled: true, degraded: ["policies"] },
  });
  health.set();
  using again = watch(client, "c1", String(seq));
  await vi.waitFor(() => expect(again.updates[0]?.copilot?.degraded).toEqual([]));
});

test("where nothing can go away, whoever comes back is told nothing", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello.", speaker: "AGENT" });
  const { seq } = await client.api.session.get.query({ sessionId: "c1" });
  using late = watch(client, "c1", String(seq));
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await vi.waitFor(() => expect(late.updates.length).toBeGreaterThan(0));
  expect(late.updates.map(({ id }) => Number(id) > seq)).not.toContain(false);
});
