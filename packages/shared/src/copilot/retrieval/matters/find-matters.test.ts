import { expect, test } from "vitest";
import type { PolicyHit } from "../../../domain/clause.ts";
import type { PolicyQuery } from "../../ports.ts";
import { findMatters } from "./find-matters.ts";

const SCOPE = { plan: null, state: null, contractType: null, at: "2026-03-14" };

function hitOf(clauseId: string, score: number, rest: Partial<PolicyHit> = {}): PolicyHit {
  return {
    documentId: "terms",
    title: "Terms",
    version: "1",
    plans: null,
    states: null,
    contractTypes: null,
    clauseId,
    section: clauseId,
    kind: "condition",
    text: "",
    score,
    ...rest,
  };
}

/** Finds the same for every search, and keeps what was searched for. */
function fixedIndex(hits: readonly PolicyHit[]) {
  const searched: PolicyQuery[] = [];
  const search = async (query: PolicyQuery) => {
    searched.push(query);
    return hits;
  };
  return { search, searched };
}

const find = async (hits: readonly PolicyHit[], text: string, situation = "") => {
  const index = fixedIndex(hits);
  const found = await findMatters(index, { text, situation, scope: SCOPE, limit: 12 });
  return { found: found.map(({ hit, share }) => [hit.clauseId, share] as const), searched: index.searched };
};

test("searches in the contract's words, without the caller's", async () => {
  const { searched } = await find([], "can i get my own guy to do it");
  expect(searched.map(({ text }) => text).join(" ")).toContain("own contractor");
  expect(searched.every(({ situation }) => situation === "")).toBe(true);
});

test("keeps clauses that are about the matter, those best that say so in their heading", async () => {
  const heading = hitOf("heading", 10, { section: "Cancellation" });
  const mention = hitOf("mention", 10, { text: "You may cancel and get a refund of the unused part." });
  const chance = hitOf("chance", 10, { section: "Refrigerators", text: "A full list." });
  const { found } = await find([heading, mention, chance], "i want to cancel");
  expect(found.map(([id]) => id)).toEqual(["heading", "mention"]);
  expect(found[0]?.[1]).toBe(1);
  expect(found[1]?.[1]).toBeLessThan(1);
});

test("leaves out clauses far behind the best on the matter", async () => {
  const hits = [hitOf("a", 10, { section: "Pests" }), hitOf("b", 3, { section: "Pests" })];
  expect((await find(hits, "squirrels ate it")).found.map(([id]) => id)).toEqual(["a"]);
});

test("what the question names counts more than what the situation tells", async () => {
  const hits = [hitOf("a", 10, { section: "Cancellation" })];
  const asked = await find(hits, "can i cancel");
  const told = await find(hits, "is the washer covered", "i almost wanted to cancel");
  expect(asked.found[0]?.[1]).toBeGreaterThan(told.found[0]?.[1] ?? 1);
});

test("searches for a few matters only, however many are touched", async () => {
  const all = "cancel sell renew mice rust mold permit tenant deductible lightning emergency reimburse";
  expect((await find([], all)).searched.length).toBeLessThanOrEqual(5);
});

test("searches nothing for words that touch nothing", async () => {
  expect((await find([], "so what is it then")).searched).toEqual([]);
});
