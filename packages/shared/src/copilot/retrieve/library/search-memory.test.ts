import { expect, test } from "vitest";
import type { PolicyHit } from "../../../domain/clause.ts";
import { createSearchMemory } from "./search-memory.ts";

const SCOPE = { plan: null, state: null, contractType: null, at: "2026-03-14" };
const HIT: PolicyHit = {
  documentId: "terms",
  title: "Terms",
  version: "1",
  plans: null,
  states: null,
  contractTypes: null,
  clauseId: "1",
  section: "1",
  kind: "coverage",
  text: "We cover pipes.",
  score: 1,
};
const filterOf = () => ({ weights: new Float64Array(), documents: 0, planClauses: [] });

function counting() {
  const memory = createSearchMemory();
  let searches = 0;
  const recall = (filter: ReturnType<typeof filterOf>, text: string, situation = "", limit = 5) =>
    memory.recall(
      filter,
      { text, situation, scope: SCOPE, limit },
      async (): Promise<readonly PolicyHit[]> => {
        searches += 1;
        return [HIT];
      },
    );
  return { recall, searches: () => searches };
}

test("a search without a situation is made once for a scope, also while it runs", async () => {
  const { recall, searches } = counting();
  const scope = filterOf();
  expect(await recall(scope, "pests")).toBe(await recall(scope, "pests"));
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

test("one that failed or found nothing is made again", async () => {
  const memory = createSearchMemory();
  const scope = filterOf();
  const query = { text: "pests", situation: "", scope: SCOPE, limit: 5 };
  const failing = memory.recall(scope, query, () => Promise.reject(new Error("away")));
  await expect(failing).rejects.toThrow("away");
  expect(await memory.recall(scope, query, async () => [])).toEqual([]);
  expect(await memory.recall(scope, query, async () => [HIT])).toEqual([HIT]);
});
