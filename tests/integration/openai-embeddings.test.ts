import { expect, test } from "vitest";
import { openModels } from "../support/open-models.ts";
import { type ModelCall, sendError, startScriptedModel } from "../support/scripted-model.ts";

function openEmbedder(baseUrl: string, circuit?: { failures: number; reopenMs: number }) {
  const models = openModels(baseUrl, { embeddingModel: "embed", circuit });
  if (!models.embedder) throw new Error("An embedding model was named.");
  return { embed: models.embedder.embed, [Symbol.asyncDispose]: () => models.close() };
}

const inputOf = ({ body }: ModelCall) => body["input"] as string[];

/** Answers with [length of the text, 1], backwards, for the order of an answer is not promised. */
function sendVectors(call: ModelCall, size = 2): void {
  const data = inputOf(call).map((text, index) => ({ index, embedding: [text.length, 1].slice(0, size) }));
  call.res.writeHead(200, { "Content-Type": "application/json" });
  call.res.end(JSON.stringify({ object: "list", data: data.reverse() }));
}

test("vectors come in the order of the texts, and none is asked for twice", async () => {
  await using server = await startScriptedModel((call) => sendVectors(call));
  await using embedder = openEmbedder(server.baseUrl);
  expect(await embedder.embed(["a", "bbb", "cc", "bbb"])).toEqual([
    [1, 1],
    [3, 1],
    [2, 1],
    [3, 1],
  ]);
  expect(await embedder.embed(["cc", "dddd", "a"])).toEqual([
    [2, 1],
    [4, 1],
    [1, 1],
  ]);
  expect(server.calls.map(inputOf)).toEqual([["a", "bbb", "cc"], ["dddd"]]);
});

test("what was embedded before is known while the model is away", async () => {
  await using server = await startScriptedModel((call, n) =>
    n === 0 ? sendVectors(call) : sendError(call, 401),
  );
  await using embedder = openEmbedder(server.baseUrl, { failures: 1, reopenMs: 60_000 });
  await embedder.embed(["a"]);
  await expect(embedder.embed(["b"])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await expect(embedder.embed(["c"])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  expect(await embedder.embed(["a"])).toEqual([[1, 1]]);
  expect(server.calls).toHaveLength(2);
});

test("a call that failed for a while is sent again, and no other", async () => {
  await using server = await startScriptedModel((call, n) =>
    n === 1 ? sendError(call, 500) : sendVectors(call),
  );
  await using embedder = openEmbedder(server.baseUrl);
  const texts = Array.from({ length: 1_500 }, (_, n) => "x".repeat(n + 1));
  expect((await embedder.embed(texts)).map(([length]) => length)).toEqual(texts.map(({ length }) => length));
  const sizes = server.calls.map((call) => inputOf(call).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_500 + (sizes[1] ?? 0));
});

test.each<[string, (call: ModelCall) => unknown]>([
  ["another number of vectors", () => [{ index: 0, embedding: [1, 1] }]],
  ["no vectors at all", () => "many"],
  ["an empty vector", (call) => inputOf(call).map((_, index) => ({ index, embedding: [] }))],
  ["what is no number", (call) => inputOf(call).map((_, index) => ({ index, embedding: [1, null] }))],
  ["one index twice", (call) => inputOf(call).map(() => ({ index: 0, embedding: [1, 1] }))],
])("%s is no answer", async (_name, dataOf) => {
  await using server = await startScriptedModel((call) => {
    call.res.writeHead(200, { "Content-Type": "application/json" });
    call.res.end(JSON.stringify({ object: "list", data: dataOf(call) }));
  });
  await using embedder = openEmbedder(server.baseUrl);
  await expect(embedder.embed(["a", "b"])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
});

test("a model whose vectors change their length is refused", async () => {
  await using server = await startScriptedModel((call, n) => sendVectors(call, n === 0 ? 2 : 1));
  await using embedder = openEmbedder(server.baseUrl);
  await embedder.embed(["a"]);
  await expect(embedder.embed(["b"])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
});
