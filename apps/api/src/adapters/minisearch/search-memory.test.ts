import type { PolicyHit } from "@live-copilot/shared";
import { expect, test } from "vitest";
import { createSearchMemory } from "./search-memory.ts";

const SCOPE = { plan: null, state: null, contractType: null, at: "2026-03-14" };
const filterOf = () => ({ weights: new Float64Array(), documents: 0, planClauses: [] });

function counting() {
  const memory = createSearchMemory();
  let searches = 0;
  const recall = (filter: ReturnType<typeof filterOf>, text: string, situation = "", limit = 5) =>
    memory.recall(filter, { text, situation, scope: SCOPE, limit }, (): readonly PolicyHit[] => {
      searches += 1;
      return [];
    });
  return { recall, searches: () => searches };
}

test("a search without a situation is made once for a scope", () => {
  const { recall, searches } = counting();
  const scope = filterOf();
  expect(recall(scope, "pests")).toBe(recall(scope, "pests"));
  expect(searches()).toBe(1);
  recall(filterOf(), "pests");
  recall(scope, "pests", "", 6);
  recall(scope, "rust");
  expect(searches()).toBe(4);
});

test("one with a situation is made every time", () => {
  const { recall, searches } = counting();
  const scope = filterOf();
  recall(scope, "pests", "mice");
  recall(scope, "pests", "mice");
  expect(searches()).toBe(2);
});

test("only the last ones of a scope are kept", () => {
  const { recall, searches } = counting();
  const scope = filterOf();
  for (let i = 0; i < 200; i++) recall(scope, `matter ${i}`);
  recall(scope, "matter 199");
  expect(searches()).toBe(200);
  recall(scope, "matter 0");
  expect(searches()).toBe(201);
});
