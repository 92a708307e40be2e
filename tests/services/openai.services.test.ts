import OpenAI from "openai";
import { expect, test } from "vitest";
import { FAULTS, type OpenAiFault } from "../support/services/openai-faults.ts";
import { type OpenAiService, startOpenAi } from "../support/services/start-openai.ts";

const client = (openAi: OpenAiService) =>
  new OpenAI({ baseURL: openAi.baseUrl, apiKey: "any", maxRetries: 0 });

const ask = (content: string) => ({ model: "gpt-5-mini", messages: [{ role: "user" as const, content }] });

/** What a stream gave before it ended, and how it ended. */
async function readStream(openAi: OpenAiService, content: string) {
  let text = "";
  try {
    const stream = await client(openAi).chat.completions.create({ ...ask(content), stream: true });
    for await (const piece of stream) text += piece.choices[0]?.delta.content ?? "";
    return { text, error: null };
  } catch (error) {
    return { text, error };
  }
}

const echo = { answer: (request: { messages: readonly unknown[] }) => ({ said: request.messages.at(-1) }) };

test("answers a chat from the request, whole and in pieces", async () => {
  await using openAi = await startOpenAi(echo);
  const expected = JSON.stringify({ said: { role: "user", content: "Is the dishwasher covered?" } });
  const whole = await client(openAi).chat.completions.create(ask("Is the dishwasher covered?"));
  expect(whole.choices[0]?.message.content).toBe(expected);
  const stream = await client(openAi).chat.completions.create({
    ...ask("Is the dishwasher covered?"),
    stream: true,
    stream_options: { include_usage: true },
  });
  const pieces = await Array.fromAsync(stream);
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.map((piece) => piece.choices[0]?.delta.content ?? "").join("")).toBe(expected);
  expect(openAi.calls).toMatchObject([{ kind: "text" }, { kind: "text", request: { stream: true } }]);
});

test("answers the responses interface, says what it used, and changes its answer", async () => {
  await using openAi = await startOpenAi({ answer: () => "one", usage: { input: 900, output: 40 } });
  const request = { model: "gpt-5-mini", input: "Is the dishwasher covered?" };
  const first = await client(openAi).responses.create(request);
  expect(first.output_text).toBe("one");
  expect(first.usage).toMatchObject({ input_tokens: 900, output_tokens: 40 });
  openAi.change({ answer: () => "two" });
  const events = await Array.fromAsync(await client(openAi).responses.create({ ...request, stream: true }));
  expect(events.at(-1)).toMatchObject({ type: "response.completed" });
  expect(
    events.map((event) => (event.type === "response.output_text.delta" ? event.delta : "")).join(""),
  ).toBe("two");
});

test("keeps still until the time to the first token has passed", async () => {
  await using openAi = await startOpenAi({ answer: () => "one", timeToFirstTokenMs: 300 });
  const began = performance.now();
  await readStream(openAi, "Is the dishwasher covered?");
  expect(performance.now() - began).toBeGreaterThanOrEqual(295);
});

test("embeds each text by its words", async () => {
  await using openAi = await startOpenAi();
  const { data } = await client(openAi).embeddings.create({
    model: "text-embedding-3-small",
    input: ["the dishwasher leaks", "a dishwasher that leaks", "renewal of your contract"],
  });
  const [here = [], near = [], far = []] = data.map(({ embedding }) => embedding);
  const nearness = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  expect(here).toHaveLength(64);
  expect(nearness(here, here)).toBeCloseTo(1);
  expect(nearness(here, near)).toBeGreaterThan(nearness(here, far) + 0.3);
});

test.each<[OpenAiFault, object]>([
  ["error", { error: { status: 500 } }],
  ["rateLimited", { error: { status: 429 } }],
  ["malformedBody", { text: "" }],
  ["malformedText", { error: null, text: expect.stringMatching(/^\{"said".*[^}]$/) }],
  ["cut", { error: expect.any(Error), text: expect.stringMatching(/^\{"said".*[^}]$/) }],
  ["hangUp", { error: expect.any(Error), text: "" }],
])("can go wrong: %s", async (fault, outcome) => {
  await using openAi = await startOpenAi({ ...echo, faults: { [fault]: 1 } });
  expect(await readStream(openAi, "Is the dishwasher covered? ".repeat(6))).toMatchObject(outcome);
  expect(openAi.calls).toMatchObject([{ fault }]);
});

test("says when to come back", async () => {
  await using openAi = await startOpenAi({ faults: { rateLimited: 1 }, retryAfterSeconds: 2 });
  const { error } = await readStream(openAi, "Is the dishwasher covered?");
  expect(error).toBeInstanceOf(OpenAI.RateLimitError);
  expect(error instanceof OpenAI.RateLimitError && error.headers.get("retry-after")).toBe("2");
});

test("gives each fault its share of the calls, the same calls each time", async () => {
  const faults = Object.fromEntries(FAULTS.map((fault) => [fault, 0.05]));
  const draw = async (seed: string) => {
    await using openAi = await startOpenAi({ answer: () => "one", faults, seed });
    for (let n = 0; n < 200; n++) await readStream(openAi, "Is the dishwasher covered?");
    return openAi.calls.map((call) => call.fault);
  };
  const first = await draw("a");
  expect(first.filter((fault) => fault !== null).length).toBeGreaterThan(40);
  expect(first.filter((fault) => fault !== null).length).toBeLessThan(80);
  expect(new Set(first)).toEqual(new Set([...FAULTS, null]));
  expect(await draw("a")).toEqual(first);
});

test("is away when it was stopped, open streams too, and comes back on the same port", async () => {
  await using openAi = await startOpenAi({
    answer: () => "one two three four ".repeat(50),
    piecesPerSecond: 10,
  });
  const stream = await client(openAi).chat.completions.create({ ...ask("Is it?"), stream: true });
  const pieces = stream[Symbol.asyncIterator]();
  await pieces.next();
  await openAi.stop();
  await expect(async () => {
    while (!(await pieces.next()).done);
  }).rejects.toThrow();
  await expect(client(openAi).chat.completions.create(ask("Is it?"))).rejects.toThrow("Connection error");
  await openAi.start();
  openAi.change({ answer: () => "back" });
  expect((await client(openAi).chat.completions.create(ask("Is it?"))).choices[0]?.message.content).toBe(
    "back",
  );
});
