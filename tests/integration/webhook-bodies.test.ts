import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test.each([
  ["a byte order mark", `\ufeff${JSON.stringify({ sessionId: "c1", text: "hello" })}`, {}, 202],
  [
    "a compressed body",
    gzipSync(JSON.stringify({ sessionId: "c1", text: "hello" })),
    { "content-encoding": "gzip" },
    415,
  ],
  [
    "another character set",
    Buffer.from(JSON.stringify({ sessionId: "c1", text: "caf\u00e9" }), "latin1"),
    { "content-type": "application/json; charset=latin1" },
    415,
  ],
  [
    "bytes that are no UTF-8",
    Buffer.from(JSON.stringify({ sessionId: "c1", text: "caf\u00e9" }), "latin1"),
    {},
    400,
  ],
  [
    "UTF-8 by name",
    JSON.stringify({ sessionId: "c1", text: "café" }),
    { "content-type": "application/json; charset=UTF-8" },
    202,
  ],
  [
    "no word of what it is",
    JSON.stringify({ sessionId: "c1", text: "hello" }),
    { "content-type": "application/x-www-form-urlencoded" },
    415,
  ],
  [
    "the name of plain text",
    JSON.stringify({ sessionId: "c1", text: "hello" }),
    { "content-type": "text/plain" },
    415,
  ],
])("a body with %s", async (_name, body, headers, status) => {
  await using server = await startServer();
  const response = await fetch(`${server.url}/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
  const answer = await response.json();
  expect({ status: response.status, answer }).toMatchObject({ status });
  if (status === 415) expect(answer.detail).toMatch(/UTF-8|compress|application\/json/);
});

test("other methods, and addresses that are none, are told so in problem details", async () => {
  await using server = await startServer();
  const got = await fetch(`${server.url}/webhook`);
  expect([got.status, got.headers.get("allow")]).toEqual([405, "POST"]);
  expect(await got.json()).toMatchObject({ status: 405, detail: expect.stringContaining("POST") });
  const wrong = await fetch(`${server.url}/%`);
  expect(wrong.status).toBe(400);
  expect(wrong.headers.get("content-type")).toContain("application/problem+json");
});

test.each([
  ['{"sessionId":"c1","text":{"length":{"toString":1}}}', "text"],
  ['[{"sessionId":"c1","text":"fine"},{"sessionId":{"length":{"toString":1}},"text":"b"}]', "1.sessionId"],
])(
  "what only looks as if it had a length is told by its field, and nothing is stored: %s",
  async (body, field) => {
    await using server = await startServer({ SAMPLE_DATA: "0" });
    const { status, answer } = await post(server.url, body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ errors: [{ field }] });
  },
);
