import type { PlainEvent } from "@live-copilot/shared";
import { expect, test } from "vitest";
import { callContexts } from "./call-context.ts";

const BEGAN = "2026-03-02T15:00:00.000Z";

const event = (sessionId: string, values: Partial<PlainEvent>): PlainEvent => ({
  sessionId,
  text: "hello",
  speaker: "CUSTOMER",
  final: true,
  ...values,
});

test("values that are known to be on the log make no fact again, until they change", () => {
  const contexts = callContexts();
  const first = contexts.factOf(event("a", { plan: "Plus", state: "TX" }), BEGAN);
  expect(first).toMatchObject({
    kind: "context",
    data: { source: "call", values: { plan: "Plus", state: "TX" } },
  });
  if (first) contexts.stored("a", first, BEGAN);
  expect(contexts.factOf(event("a", { state: "TX", plan: "Plus" }), BEGAN)).toBeNull();
  expect(
    contexts.factOf(event("a", { plan: "Plus", state: "TX" }), "2026-06-02T15:00:00.000Z"),
  ).not.toBeNull();
  expect(contexts.factOf(event("b", { plan: "Plus", state: "TX" }), BEGAN)?.key).toBe(first?.key);
  const changed = contexts.factOf(event("a", { plan: "Premier", state: "TX" }), BEGAN);
  expect(changed?.key).not.toBe(first?.key);
});

test("a fact that was not stored is made again, under the same key", () => {
  const contexts = callContexts();
  const again = [1, 2].map(() => contexts.factOf(event("a", { phone: "512 555 0123" }), BEGAN)?.key);
  expect(again[0]).toBeDefined();
  expect(again[1]).toBe(again[0]);
});

test("empty values say nothing", () => {
  expect(callContexts().factOf(event("a", { plan: "", state: undefined }), BEGAN)).toBeNull();
});
