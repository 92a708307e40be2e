import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { openMilvusPolicyIndex } from "@live-copilot/api/adapters/milvus/policy-index.ts";
import type { PolicyIndex, PolicyScope } from "@live-copilot/shared/copilot";
import { expect, test, vi } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";
import { ownService } from "../support/services/describe-with.ts";
import { startMilvus } from "../support/services/start-milvus.ts";

const SCOPE: PolicyScope = { plan: null, state: null, contractType: null, at: "2026-03-14" };
const LIBRARY = clausesOf(documentOf({ clauses: [clauseOf("pump"), clauseOf("oven")] }));
/** What a search may take that fails, with the timers of a busy machine. */
const FAILS_WITHIN_MS = 1_500;

async function find(index: PolicyIndex, text: string): Promise<string[]> {
  const hits = await index.search({ text, situation: "", scope: SCOPE, limit: 10 });
  return hits.map(({ clauseId }) => clauseId);
}

async function expectUnavailable(work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await expect(work()).rejects.toMatchObject({ reason: "UNAVAILABLE", cause: expect.any(Error) });
  expect(performance.now() - started).toBeLessThan(FAILS_WITHIN_MS);
}

test("while Milvus is stopped searches fail soon, and they work again by themselves", async (context) => {
  await using milvus = await ownService(context, startMilvus);
  const index = await openMilvusPolicyIndex({ ...milvus, collection: milvus.collection(), denseWeight: 0 });
  await index.rebuild(LIBRARY, []);
  expect(await find(index, "oven")).toEqual(["oven"]);
  await milvus.stop();
  await expectUnavailable(() => find(index, "the pump"));
  await expectUnavailable(() => index.ping());
  await expectUnavailable(() => index.rebuild(clausesOf(documentOf()), []));
  expect(await index.documentsInScope(SCOPE)).toBe(1);
  await milvus.start();
  await vi.waitFor(async () => expect(await find(index, "the pump")).toEqual(["pump"]), { timeout: 10_000 });
  await index.ping();
  await index.rebuild(clausesOf(documentOf()), []);
  expect(await find(index, "pipes oven")).toEqual(["pipes"]);
  await index.close();
});

test("a server starts while Milvus is away, and says that it cannot search until it is back", async (context) => {
  await using milvus = await ownService(context, startMilvus);
  await milvus.stop();
  const index = await openMilvusPolicyIndex({ ...milvus, collection: milvus.collection(), denseWeight: 0 });
  await expectUnavailable(() => index.rebuild(LIBRARY, []));
  await expect(find(index, "oven")).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await expect(index.ping()).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await milvus.start();
  await vi.waitFor(() => index.rebuild(LIBRARY, []), { timeout: 10_000 });
  expect(await find(index, "oven")).toEqual(["oven"]);
  await index.close();
});

test("a Milvus that takes calls and never answers fails a search as soon", async (context) => {
  await using milvus = await ownService(context, startMilvus);
  const index = await openMilvusPolicyIndex({ ...milvus, collection: milvus.collection(), denseWeight: 0 });
  await index.rebuild(LIBRARY, []);
  await milvus.stop();
  await using _silent = await listenSilently(Number(milvus.address.split(":").at(-1)));
  await expectUnavailable(() => find(index, "oven"));
  await expectUnavailable(() => find(index, "the oven"));
  await index.close();
});

/** Takes connections on a port and says nothing. */
async function listenSilently(port: number): Promise<AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.resume();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
