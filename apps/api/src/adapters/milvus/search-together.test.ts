import { expect, test } from "vitest";
import { createSearchTogether, type TogetherQuery } from "./search-together.ts";

function query(words: string, filter = "plans"): TogetherQuery {
  return { filter, limit: 5, words, text: words, situation: "" };
}

test("searches of one turn with the same filter are one call, each with its own answer", async () => {
  const calls: string[][] = [];
  const search = createSearchTogether(async (queries) => {
    calls.push(queries.map(({ words }) => words));
    return queries.map(({ words }) => ({ words: [{ id: words, score: 1 }], dense: [] }));
  });
  const found = await Promise.all([
    search(query("pump")),
    search(query("oven")),
    search(query("roof", "states")),
  ]);
  expect(calls).toEqual([["pump", "oven"], ["roof"]]);
  expect(found.map(({ words }) => words[0]?.id)).toEqual(["pump", "oven", "roof"]);
  await search(query("attic"));
  expect(calls).toHaveLength(3);
});

test("a call that fails fails its own searches only", async () => {
  const search = createSearchTogether(async (queries) => {
    if (queries[0]?.filter === "states") throw new Error("away");
    return queries.map(() => ({ words: [], dense: [] }));
  });
  const [one, other] = await Promise.allSettled([search(query("pump")), search(query("roof", "states"))]);
  expect(one.status).toBe("fulfilled");
  expect(other).toMatchObject({ status: "rejected", reason: { message: "away" } });
});
