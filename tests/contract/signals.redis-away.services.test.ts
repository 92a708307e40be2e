import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";
import { openRedisSignals } from "@live-copilot/api/adapters/redis/signals.ts";
import { CopilotError } from "@live-copilot/shared";
import type { Draft } from "@live-copilot/shared/copilot";
import { expect, test, vi } from "vitest";
import { ownService } from "../support/services/describe-with.ts";
import { startRedis } from "../support/services/start-redis.ts";

const CARD: Draft = { lane: "script", id: "card", script: { cardId: "card", script: "Yes" } };
const AWAY = { reason: "UNAVAILABLE" };

test("Redis stops and comes back: this process goes on, nothing is kept for later, then all is as before", async (context) => {
  await using redis = await ownService(context, startRedis);
  const states: string[] = [];
  const replica = { url: redis.url, prefix: redis.prefix() };
  await using here = closing(await openRedisSignals({ ...replica, onState: (state) => states.push(state) }));
  await using there = closing(await openRedisSignals(replica));
  const [near, far, drafts]: [number[], number[], Draft[]] = [[], [], []];
  const restored = vi.fn();
  here.onHint("call", (seq) => near.push(seq));
  here.onDraft("call", (draft) => drafts.push(draft));
  there.onHint("call", (seq) => far.push(seq));
  there.onAnyHint((sessionId) => sessionId.startsWith("missed") && far.push(-1));
  there.onRestored(restored);
  await vi.waitFor(() => {
    here.hint("call", 1);
    expect(far).toContain(1);
  });

  await redis.stop();
  await vi.waitFor(async () => expect(await refusal(there.ping())).toMatchObject(AWAY));
  await vi.waitFor(async () => expect(await refusal(here.ping())).toMatchObject(AWAY));
  const asked = performance.now();
  expect(await refusal(here.ping())).toBeInstanceOf(CopilotError);
  expect(performance.now() - asked).toBeLessThan(100);
  for (let at = 0; at < 20_000; at++) here.hint(`missed ${at}`, 1);
  here.hint("call", 2);
  here.draft("call", CARD);
  expect(drafts).toEqual([CARD]);
  expect(await here.drafts("call")).toEqual([CARD]);
  expect(await there.drafts("call")).toEqual([]);
  await vi.waitFor(() => expect(near.at(-1)).toBe(2));
  expect(restored).not.toHaveBeenCalled();

  await redis.start();
  await vi.waitFor(() => expect(restored).toHaveBeenCalledTimes(1), { timeout: 5_000 });
  await vi.waitFor(() => here.ping(), { timeout: 5_000 });
  await vi.waitFor(() => {
    here.hint("call", 3);
    expect(far.at(-1)).toBe(3);
  });
  expect(far).not.toContain(2);
  expect(far).not.toContain(-1);
  expect(states).toEqual(["up", "away", "up"]);
});

test("Redis is away at the start: it starts, says so, and finds it when it comes", async (context) => {
  await using redis = await ownService(context, startRedis);
  await redis.stop();
  const states: string[] = [];
  const replica = { url: redis.url, prefix: redis.prefix() };
  await using here = closing(await openRedisSignals({ ...replica, onState: (state) => states.push(state) }));
  expect(states).toEqual(["away"]);
  const restored = vi.fn();
  here.onRestored(restored);
  await redis.start();
  await vi.waitFor(() => here.ping(), { timeout: 5_000 });
  await vi.waitFor(() => expect(states).toEqual(["away", "up"]));
  expect(restored).toHaveBeenCalledTimes(1);
});

test("a connection that dies without a word is noticed and taken up anew", async (context) => {
  await using redis = await ownService(context, startRedis);
  await using cable = await lay(redis.url);
  const replica = { url: cable.url, prefix: redis.prefix() };
  await using here = closing(await openRedisSignals(replica));
  const restored = vi.fn();
  here.onRestored(restored);
  await here.ping();
  cable.cut();
  expect(await refusal(here.ping())).toMatchObject(AWAY);
  await vi.waitFor(() => expect(restored).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  await vi.waitFor(() => here.ping(), { timeout: 5_000 });
});

test("a server that takes connections and never answers holds up neither start nor end", async () => {
  await using mute = await lay(null);
  const began = performance.now();
  const here = await openRedisSignals({ url: mute.url, prefix: "mute" });
  here.draft("call", CARD);
  expect(await here.drafts("call")).toEqual([CARD]);
  expect(await refusal(here.ping())).toMatchObject(AWAY);
  await here.close();
  expect(performance.now() - began).toBeLessThan(3_000);
});

test("an address that cannot be one is refused", async () => {
  await expect(openRedisSignals({ url: "http://127.0.0.1", prefix: "x" })).rejects.toThrow(/redis/);
});

function refusal(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => "answered",
    (error: unknown) => error,
  );
}

function closing<T extends { close(): Promise<void> }>(one: T): T & AsyncDisposable {
  return Object.assign(one, { [Symbol.asyncDispose]: () => one.close() });
}

/** A way to a server (or to nowhere) whose open connections can be made to carry nothing more, without an end. */
async function lay(to: string | null) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near.on("error", () => undefined));
    if (to === null) return;
    const far = dial(Number(new URL(to).port), "127.0.0.1").on("error", () => undefined);
    sockets.add(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
