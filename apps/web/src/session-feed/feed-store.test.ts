import { emptySessionState, type TranscriptSegment } from "@live-copilot/shared";
import { TRPCClientError } from "@trpc/client";
import { expect, it, vi } from "vitest";
import type { Connection } from "../connection.ts";
import type { Api } from "../trpc.ts";
import { createFeedStore } from "./feed-store.ts";
import type { FeedView } from "./feed-view.ts";

type Handlers = { onData: (datum: { id: string; data: unknown }) => void; onError: (error: unknown) => void };

const segment = (segmentId: string, receivedAt: string): TranscriptSegment => ({
  sessionId: "s",
  segmentId,
  speaker: "CUSTOMER",
  text: segmentId,
  atMs: 1000,
  receivedAt,
  final: true,
});

/** A server in memory: what it was asked, and the open ends of its subscriptions. */
function fakeServer() {
  const lives: { input: { lastEventId: string }; handlers: Handlers; open: boolean }[] = [];
  const subscribe = (input: { lastEventId: string }, handlers: Handlers) => {
    const live = { input, handlers, open: true };
    lives.push(live);
    return {
      unsubscribe: () => {
        live.open = false;
      },
    };
  };
  const get = vi.fn(
    async (_input: object): Promise<object> => ({ state: emptySessionState("s"), segments: [], seq: 7 }),
  );
  const server = { lives, get, connection: { phase: "connected", since: 0, lostAt: null } as Connection };
  const session = { get: { query: get }, onTranscript: { subscribe }, onSuggestion: { subscribe } };
  const socket = { connection: () => server.connection };
  return { server, api: { client: { session }, socket } as unknown as Api };
}

function refused(reason: string) {
  return new TRPCClientError("refused", { result: { error: { data: { reason } } } as never });
}

const opened = (view: FeedView) => {
  if (view.status !== "open") throw new Error(view.status);
  return view;
};

it("subscribes from the seq of the state and takes the state again when the log was reset", async () => {
  const { server, api } = fakeServer();
  const store = createFeedStore(api, "s");
  const stop = store.start();
  await vi.waitFor(() => expect(server.lives).toHaveLength(2));
  expect(server.lives.map((live) => live.input.lastEventId)).toEqual(["7", "7"]);
  server.get.mockResolvedValue({ state: emptySessionState("s"), segments: [], seq: 2 });
  server.lives[0]?.handlers.onError(refused("LOG_RESET"));
  expect(server.lives.map((live) => live.open)).toEqual([false, false]);
  await vi.waitFor(() => expect(server.lives).toHaveLength(4), { timeout: 5000 });
  expect(server.lives[3]?.input.lastEventId).toBe("2");
  stop();
  expect(server.lives.some((live) => live.open)).toBe(false);
});

it("says after a while that a call is missing, and opens it when it is there after all", async () => {
  const { server, api } = fakeServer();
  server.get.mockRejectedValue(refused("SESSION_NOT_FOUND"));
  const store = createFeedStore(api, "s");
  const stop = store.start();
  await vi.waitFor(() => expect(store.view().status).toBe("missing"), { timeout: 10_000 });
  server.get.mockResolvedValue({ state: emptySessionState("s"), segments: [], seq: 1 });
  await vi.waitFor(() => expect(store.view().status).toBe("open"), { timeout: 10_000 });
  stop();
});

it("marks what was said while the connection was away, whatever the clocks say", async () => {
  const { server, api } = fakeServer();
  const store = createFeedStore(api, "s");
  const stop = store.start();
  await vi.waitFor(() => expect(server.lives).toHaveLength(2));
  const say = (one: TranscriptSegment) => server.lives[0]?.handlers.onData({ id: "8", data: one });
  const slow = (ms: number) => new Date(Date.now() - 3_600_000 + ms).toISOString();
  say(segment("live", slow(0)));
  server.connection = { phase: "connected", since: Date.now(), lostAt: Date.now() - 60_000 };
  say(segment("meanwhile", slow(-30_000)));
  say(segment("live again", slow(500)));
  expect([...opened(store.view()).missed]).toEqual(["meanwhile"]);
  stop();
});
