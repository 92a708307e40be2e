import { expect, test } from "vitest";
import { usageOf } from "./model-usage.ts";
import { requestBody } from "./request-body.ts";

const PROMPT = { instructions: "do", data: "{}" };

test("a model that reasons is told how much, and others get no parameter that they refuse", () => {
  expect(requestBody({ model: "gpt-5-mini" }, PROMPT, new Set())).toMatchObject({
    model: "gpt-5-mini",
    stream: true,
    stream_options: { include_usage: true },
    reasoning_effort: "low",
    response_format: { type: "json_schema", json_schema: { strict: true } },
    messages: [
      { role: "system", content: "do" },
      { role: "user", content: "{}" },
    ],
  });
  for (const model of ["gpt-4.1-mini", "gpt-5-chat-latest", "llama3.1:8b", "Qwen/Qwen3-8B"]) {
    const body = requestBody({ model }, PROMPT, new Set());
    expect(body).toMatchObject({ temperature: 0 });
    expect(body).not.toHaveProperty("reasoning_effort");
  }
  const set = requestBody({ model: "gpt-oss", reasoningEffort: "medium" }, PROMPT, new Set());
  expect(set).toMatchObject({ reasoning_effort: "medium" });
  expect(set).not.toHaveProperty("temperature");
});

test("a parameter that the server refused is not sent again", () => {
  const body = requestBody({ model: "gpt-5" }, PROMPT, new Set(["reasoning_effort", "stream_options"]));
  expect(body).not.toHaveProperty("reasoning_effort");
  expect(body).not.toHaveProperty("stream_options");
  expect(body).toHaveProperty("max_completion_tokens");
});

test("an answer's cost is known where both prices are", () => {
  const counted = { prompt_tokens: 2_000, completion_tokens: 500, total_tokens: 2_500 };
  expect(usageOf(counted, { priceInput: 0.25, priceOutput: 2 })).toEqual({
    inputTokens: 2_000,
    outputTokens: 500,
    costUsd: 0.0015,
  });
  expect(usageOf(counted, { priceInput: 0.25 })).toEqual({ inputTokens: 2_000, outputTokens: 500 });
});
