import { expect, test, vi } from "vitest";
import { POOL_ANSWER, poolRequest, readAdvice, readSteps } from "../support/model-case.ts";
import { openModels } from "../support/open-models.ts";
import { sendAnswer, sendError, sendPiece, startScriptedModel } from "../support/scripted-model.ts";

const HALF = JSON.stringify(POOL_ANSWER).slice(0, 60);

test("a question that is not wanted any more closes its connection at once", async () => {
  await using server = await startScriptedModel((call) => sendPiece(call, HALF));
  await using models = openModels(server.baseUrl);
  const controller = new AbortController();
  const steps = models.advisor.write(poolRequest(), controller.signal)[Symbol.asyncIterator]();
  expect(await steps.next()).toMatchObject({ value: { script: expect.stringContaining("I'm afraid") } });
  const reason = new Error("superseded");
  const next = steps.next();
  controller.abort(reason);
  await expect(next).rejects.toBe(reason);
  await vi.waitFor(() => expect(server.calls[0]?.closedEarly).toBe(true));
  expect(models.outcomes).toMatchObject([{ outcome: "aborted", attempts: 1 }]);
});

test("a reader that stops in the middle closes it too, and gives its place back", async () => {
  await using server = await startScriptedModel((call, n) =>
    n === 0 ? sendPiece(call, HALF) : sendAnswer(call, POOL_ANSWER),
  );
  await using models = openModels(server.baseUrl, { concurrency: 1 });
  for await (const _step of models.advisor.write(poolRequest(), new AbortController().signal)) break;
  await vi.waitFor(() => expect(server.calls[0]?.closedEarly).toBe(true));
  expect(models.outcomes).toMatchObject([{ outcome: "aborted" }]);
  expect(await readAdvice(models.advisor)).toMatchObject({ decision: "No" });
});

test("a deadline that comes while the model is silent is a timeout", async () => {
  await using server = await startScriptedModel(() => undefined);
  await using models = openModels(server.baseUrl);
  const reading = readSteps(models.advisor, poolRequest(), AbortSignal.timeout(500));
  await expect(reading).rejects.toMatchObject({ name: "TimeoutError" });
  await vi.waitFor(() => expect(server.calls[0]?.closedEarly).toBe(true));
  expect(models.outcomes).toMatchObject([{ outcome: "timeout", attempts: 1 }]);
});

test("no retry is sent for a question that is not wanted any more", async () => {
  await using server = await startScriptedModel((call) =>
    sendError(call, 503, { headers: { "Retry-After": "2" } }),
  );
  await using models = openModels(server.baseUrl);
  const controller = new AbortController();
  const reading = readSteps(models.advisor, poolRequest(), controller.signal);
  await vi.waitFor(() => expect(server.calls).toHaveLength(1));
  controller.abort(new Error("superseded"));
  await expect(reading).rejects.toThrow("superseded");
  expect(models.outcomes).toMatchObject([{ outcome: "aborted" }]);
});

test("closing ends what runs, and nothing can be asked afterwards", async () => {
  await using server = await startScriptedModel((call) => sendPiece(call, HALF));
  await using models = openModels(server.baseUrl, { embeddingModel: "embed" });
  const refused = expect(readSteps(models.advisor)).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await vi.waitFor(() => expect(server.calls).toHaveLength(1));
  await models.close();
  await refused;
  await vi.waitFor(() => expect(server.calls[0]?.closedEarly).toBe(true));
  expect(models.advisor.isAvailable()).toBe(false);
  await expect(readSteps(models.advisor)).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await expect(models.embedder?.embed(["a"])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  expect(server.calls).toHaveLength(1);
});
