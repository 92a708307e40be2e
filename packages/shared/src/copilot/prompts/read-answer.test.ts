import { expect, test } from "vitest";
import { ANSWER_JSON_SCHEMA } from "./answer-schema.ts";
import { requestOf } from "./prompt.fixture.ts";
import { readAnswer } from "./read-answer.ts";

const ANSWER = {
  decision: "Partial",
  script: "Yes, we cover the heater,\nup to the cap of your plan.",
  reason: "heaters are named, the plan caps them.",
  evidence: [
    { clause: "c2", quote: "We cover pumps.", deciding: ["cover"] },
    { clause: "c9", quote: "We cover everything.", deciding: [] },
  ],
  nextSteps: ["Open a claim", " ", "Book a visit", "Say the fee", "Say goodbye"],
  clarifyingQuestion: null,
  intent: "CLAIM",
};

test("an answer becomes advice: ids become hits, unknown ones go, texts are one line and bounded", () => {
  const request = requestOf();
  expect(readAnswer(JSON.stringify(ANSWER), request)).toEqual({
    decision: "Partial",
    script: "Yes, we cover the heater, up to the cap of your plan.",
    reason: "heaters are named, the plan caps them",
    citations: [{ clause: request.hits[1], quote: "We cover pumps.", deciding: ["cover"] }],
    nextSteps: ["Open a claim", "Book a visit", "Say the fee"],
    intent: "CLAIM",
  });
});

test.each<[string, string]>([
  ["nothing", ""],
  ["half an answer", JSON.stringify(ANSWER).slice(0, 90)],
  ["another decision", JSON.stringify({ ...ANSWER, decision: "Maybe" })],
  ["no script", JSON.stringify({ ...ANSWER, script: "  " })],
  ["a speech", JSON.stringify({ ...ANSWER, script: "secret words ".repeat(200) })],
  ["a list", "[]"],
])("%s is no answer, and the error holds none of it", (_name, text) => {
  const error = thrownBy(() => readAnswer(text, requestOf()));
  expect(error).toMatchObject({
    reason: "UNAVAILABLE",
    message: "The model's answer does not have the form that was asked for.",
  });
  expect(error.cause).toBeUndefined();
});

test("the schema keeps to what strict structured output takes, in the order that is streamed", () => {
  const objects: Record<string, unknown>[] = [];
  JSON.stringify(ANSWER_JSON_SCHEMA, (_key, value) => {
    if (value?.type === "object") objects.push(value);
    return value;
  });
  expect(objects).toHaveLength(2);
  for (const { properties, required, additionalProperties } of objects) {
    expect(required).toEqual(Object.keys(properties as object));
    expect(additionalProperties).toBe(false);
  }
  expect(Object.keys(ANSWER_JSON_SCHEMA["properties"] as object).slice(0, 2)).toEqual(["script", "decision"]);
  expect(JSON.stringify(ANSWER_JSON_SCHEMA)).not.toMatch(
    /\$ref|"(?:min|max)|pattern|format|default|oneOf|allOf/,
  );
});

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It threw nothing.");
}
