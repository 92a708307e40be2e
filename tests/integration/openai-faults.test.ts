import { expect, test } from "vitest";
import { POOL_ANSWER, poolRequest, readAdvice, readSteps } from "../support/model-case.ts";
import { openModels } from "../support/open-models.ts";
import { sendAnswer, sendEnd, sendError, sendPiece, startScriptedModel } from "../support/scripted-model.ts";
import { startOpenAi } from "../support/services/start-openai.ts";

const UNAVAILABLE = { name: "CopilotError", reason: "UNAVAILABLE" };
const TEXT = JSON.stringify(POOL_ANSWER);

test.each<[string, Record<string, string>, number]>([
  ["seconds", { "Retry-After": "1" }, 1_000],
  ["milliseconds", { "Retry-After-Ms": "600" }, 600],
])("a busy server is not asked again before it said, in %s", async (_name, headers, least) => {
  await using server = await startScriptedModel((call, n) =>
    n === 0 ? sendError(call, 429, { headers }) : sendAnswer(call, POOL_ANSWER),
  );
  await using models = openModels(server.baseUrl);
  expect(await readAdvice(models.advisor)).toMatchObject({ decision: "No" });
  const [first, second] = server.calls;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(least - 1);
  expect(models.outcomes).toMatchObject([{ outcome: "ok", attempts: 2 }]);
});

test("a server that wants to rest beyond the deadline is not waited for", async () => {
  const later = new Date(Date.now() + 60_000).toUTCString();
  await using server = await startScriptedModel((call) =>
    sendError(call, 503, { headers: { "Retry-After": later } }),
  );
  await using models = openModels(server.baseUrl);
  await expect(readSteps(models.advisor)).rejects.toMatchObject(UNAVAILABLE);
  expect(server.calls).toHaveLength(1);
  expect(models.outcomes).toMatchObject([{ outcome: "failed", failure: "server-error", attempts: 1 }]);
});

test.each<[string, number, Record<string, unknown>]>([
  ["a wrong key", 401, { message: "Incorrect API key provided: sk-secret" }],
  ["a model that is not there", 404, {}],
  ["a quota that is used up", 429, { code: "insufficient_quota" }],
])("%s is not tried again", async (_name, status, error) => {
  await using server = await startScriptedModel((call) => sendError(call, status, { error }));
  await using models = openModels(server.baseUrl);
  await expect(readSteps(models.advisor)).rejects.toMatchObject(UNAVAILABLE);
  expect(server.calls).toHaveLength(1);
});

test("what fails before the first text is asked again; what fails after it is not said twice", async () => {
  await using server = await startScriptedModel((call, n) => {
    if (n < 2) sendPiece(call, TEXT.slice(0, n === 0 ? 10 : 80));
    if (n < 2) setImmediate(() => call.res.destroy());
    else sendAnswer(call, POOL_ANSWER);
  });
  await using models = openModels(server.baseUrl);
  await expect(readSteps(models.advisor)).rejects.toMatchObject(UNAVAILABLE);
  expect(server.calls).toHaveLength(2);
  expect(models.outcomes).toMatchObject([{ outcome: "failed", failure: "connection", attempts: 2 }]);
  expect(await readAdvice(models.advisor)).toMatchObject({ decision: "No" });
});

test.each<[string, string, (call: Parameters<typeof sendEnd>[0]) => void]>([
  ["refuses", "refused", (call) => sendPiece(call, { delta: { refusal: "I cannot help with that." } })],
  ["is filtered", "filtered", (call) => sendEnd(call, "content_filter")],
  ["is too long", "too-long", (call) => sendEnd(call, "length")],
  ["writes for ever", "too-long", (call) => sendPiece(call, `{"other":"${"x".repeat(61_000)}`)],
])("a model that %s has not answered, and is not asked again", async (_name, failure, end) => {
  await using server = await startScriptedModel((call) => {
    sendPiece(call, '{"script":"');
    end(call);
    if (!call.res.writableEnded) sendEnd(call);
  });
  await using models = openModels(server.baseUrl);
  await expect(readSteps(models.advisor)).rejects.toMatchObject(UNAVAILABLE);
  expect(server.calls).toHaveLength(1);
  expect(models.outcomes).toMatchObject([{ outcome: "failed", failure }]);
});

test.each<[string, (call: Parameters<typeof sendEnd>[0]) => void]>([
  ["ends without being whole", (call) => call.res.end("data: [DONE]\n\n")],
  ["holds an event that is no JSON", (call) => call.res.end("data: {oh\n\n")],
  ["holds an error", (call) => call.res.end('data: {"error":{"message":"overloaded"}}\n\n')],
])("a stream that %s before any text is asked for again", async (_name, spoil) => {
  await using server = await startScriptedModel((call, n) => {
    if (n > 0) return sendAnswer(call, POOL_ANSWER);
    call.res.writeHead(200, { "Content-Type": "text/event-stream" });
    spoil(call);
  });
  await using models = openModels(server.baseUrl);
  expect(await readAdvice(models.advisor)).toMatchObject({ decision: "No" });
});

test("an answer that breaks the schema after its script was shown is none", async () => {
  await using server = await startScriptedModel((call) =>
    sendAnswer(call, { ...POOL_ANSWER, evidence: "clause 2" }),
  );
  await using models = openModels(server.baseUrl);
  await expect(readSteps(models.advisor)).rejects.toMatchObject(UNAVAILABLE);
  expect(server.calls).toHaveLength(1);
  expect(models.outcomes).toMatchObject([{ outcome: "failed", failure: "malformed" }]);
});

test("a whole answer counts although the server did not say that it was done; half a one is cut", async () => {
  await using server = await startScriptedModel((call, n) => {
    sendPiece(call, n === 0 ? TEXT : TEXT.slice(0, -20));
    call.res.end();
  });
  await using models = openModels(server.baseUrl);
  expect(await readAdvice(models.advisor)).toMatchObject({ decision: "No" });
  await expect(readSteps(models.advisor)).rejects.toMatchObject(UNAVAILABLE);
  expect(models.outcomes).toMatchObject([{ outcome: "ok" }, { outcome: "failed", failure: "cut" }]);
});

test("a parameter that a server does not take is left out from then on", async () => {
  await using server = await startScriptedModel((call) => {
    for (const param of ["reasoning_effort", "stream_options"]) {
      if (param in call.body) return sendError(call, 400, { error: { message: `Unknown: ${param}` } });
    }
    sendAnswer(call, POOL_ANSWER);
  });
  await using models = openModels(server.baseUrl);
  const both = [readAdvice(models.advisor), readAdvice(models.advisor)];
  expect(await Promise.all(both)).toMatchObject([{ decision: "No" }, { decision: "No" }]);
  const sent = server.calls.length;
  await readAdvice(models.advisor);
  expect(server.calls).toHaveLength(sent + 1);
});

test("no error and no outcome holds the key, the prompt or the caller's words", async () => {
  const said = "my gate code is tulip";
  await using server = await startScriptedModel(({ res, body }) => {
    res.writeHead(400, { "Content-Type": "application/json" });
    res.end(JSON.stringify({ error: { message: `sk-key-123 ${JSON.stringify(body)}`, code: "bad" } }));
  });
  await using models = openModels(server.baseUrl, { apiKey: "sk-key-123", embeddingModel: "embed" });
  const request = poolRequest({ transcript: [{ speaker: "CUSTOMER", text: said }] });
  const errors = [
    await readSteps(models.advisor, request).catch((error: unknown) => error),
    await models.embedder?.embed([said]).catch((error: unknown) => error),
  ];
  expect(JSON.stringify(server.calls.map(({ body }) => body))).toContain("tulip");
  for (let error of errors) {
    expect(error).toMatchObject(UNAVAILABLE);
    for (; error instanceof Error; error = error.cause) {
      const told = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
      expect(told).not.toMatch(/tulip|sk-key|liner/);
    }
    expect(error).toBeUndefined();
  }
  expect(JSON.stringify(models.outcomes)).not.toMatch(/tulip|sk-key|liner/);
});

test("under faults of every kind each question ends in advice or UNAVAILABLE, and most in advice", async () => {
  const part = 0.05;
  await using server = await startOpenAi({
    answer: () => POOL_ANSWER,
    faults: {
      error: part,
      rateLimited: part,
      malformedBody: part,
      malformedText: part,
      cut: part,
      hangUp: part,
    },
    retryAfterSeconds: 0,
    usage: { input: 2_000, output: 300 },
  });
  await using models = openModels(server.baseUrl, { priceInput: 1, priceOutput: 10 });
  const asked = Array.from({ length: 120 }, (_, n) =>
    readAdvice(models.advisor, poolRequest({ sessionId: `s${n}` })).then(
      ({ decision, usage }) => ({ decision, usage }),
      (error: unknown) => error,
    ),
  );
  const results = await Promise.all(asked);
  const answered = results.filter((result) => !(result instanceof Error));
  for (const result of results) {
    if (result instanceof Error) expect(result).toMatchObject(UNAVAILABLE);
    else {
      expect(result).toEqual({
        decision: "No",
        usage: { inputTokens: 2_000, outputTokens: 300, costUsd: 0.005 },
      });
    }
  }
  expect(server.calls.filter(({ fault }) => fault !== null).length).toBeGreaterThan(20);
  expect(answered.length).toBeGreaterThan(90);
  expect(models.outcomes).toHaveLength(120);
  expect(models.outcomes.filter(({ outcome }) => outcome === "ok")).toHaveLength(answered.length);
});
