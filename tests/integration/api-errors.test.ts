import { buildApp } from "@live-copilot/api/app";
import { openDeps } from "@live-copilot/api/deps";
import { readEnv } from "@live-copilot/api/env";
import { CopilotError } from "@live-copilot/shared";
import { expect, test } from "vitest";
import { connect } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";

/** A server whose list of sessions fails in this way. */
async function startFailing(error: Error) {
  await using starting = new AsyncDisposableStack();
  const dir = starting.use(await tempDir());
  const env = readEnv({ DATA_DIR: dir.path, PORT: "0", SAMPLE_DATA: "0", LOG_LEVEL: "silent" });
  const options = { samplesFolder: "none", version: "test", failed: () => undefined };
  const deps = starting.use(await openDeps(env, options));
  const log = { ...deps.log, sessions: () => Promise.reject(error) };
  const app = await buildApp(
    { ...deps, log },
    {
      hosts: { host: env.HOST, allowedHosts: [] },
      webhookKeys: [],
      webhookMaxPerSecond: 100,
      pageFolder: dir.path,
      callsFolder: dir.path,
    },
  );
  starting.defer(() => app.close());
  const url = await app.listen({ host: env.HOST, port: 0 });
  const running = starting.move();
  return { url, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** A query over plain HTTP, as it is answered. */
async function ask(url: string, path: string, input: unknown) {
  const response = await fetch(`${url}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return { status: response.status, text: await response.text() };
}

test("an unexpected error shows nothing of the server's inside, over WebSocket and HTTP", async () => {
  const secret = "SELECT password FROM /home/secret";
  await using server = await startFailing(new TypeError(secret));
  using client = connect(server.url);
  const message = "Something went wrong on our side. Try again.";
  const data = {
    code: "INTERNAL_SERVER_ERROR",
    httpStatus: 500,
    path: "session.list",
    reason: "INTERNAL",
    fields: [],
  };
  await expect(client.api.session.list.query({})).rejects.toMatchObject({ message, data });
  const { status, text } = await ask(server.url, "session.list", {});
  expect(status).toBe(500);
  expect(JSON.parse(text)).toEqual({ error: { message, code: -32603, data } });
});

test("an error that was meant for callers keeps its sentence, its reason and when to try again", async () => {
  const away = new CopilotError("UNAVAILABLE", "The sessions cannot be read now.", {
    retryAfter: 2,
    cause: new Error("disk /dev/secret"),
  });
  await using server = await startFailing(away);
  const { status, text } = await ask(server.url, "session.list", {});
  expect(status).toBe(503);
  expect(JSON.parse(text).error).toEqual({
    message: "The sessions cannot be read now.",
    code: expect.any(Number),
    data: {
      code: "SERVICE_UNAVAILABLE",
      httpStatus: 503,
      path: "session.list",
      reason: "UNAVAILABLE",
      fields: [],
      retryAfter: 2,
    },
  });
});

test.each([
  ["session.get", {}, 400, "BAD_REQUEST", ["sessionId"]],
  ["session.get", null, 400, "BAD_REQUEST", ["(input)"]],
  ["session.list", { limit: 0, status: "over" }, 400, "BAD_REQUEST", ["status", "limit"]],
  ["session.get", { sessionId: "none" }, 404, "SESSION_NOT_FOUND", []],
  ["session.nothing", {}, 404, "NOT_FOUND", []],
  ["copilot.enable", {}, 405, "BAD_REQUEST", []],
])(
  "%s with %j is refused with its reason and its wrong fields, without a stack",
  async (path, input, ...expected) => {
    const [httpStatus, reason, fields] = expected;
    await using server = await startServer({ SAMPLE_DATA: "0" });
    const { status, text } = await ask(server.url, path, input);
    expect(status).toBe(httpStatus);
    const { error } = JSON.parse(text);
    expect(error.data).toMatchObject({ reason, httpStatus, path });
    expect(error.data.fields.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect(error.message).toMatch(/\S/);
    expect(text).not.toMatch(/stack|node_modules|\.ts\b/);
  },
);

test("mutations from one address are limited, and queries go on", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  const stop = () => client.api.samples.stop.mutate({ sessionId: "none" });
  const outcomes = await Promise.allSettled(Array.from({ length: 520 }, stop));
  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(outcomes.length - refused.length).toBe(500);
  await expect(stop()).rejects.toMatchObject({
    data: {
      reason: "RATE_LIMITED",
      code: "TOO_MANY_REQUESTS",
      httpStatus: 429,
      retryAfter: expect.any(Number),
    },
  });
  expect((await client.api.status.get.query()).version).toBe("test");
});
