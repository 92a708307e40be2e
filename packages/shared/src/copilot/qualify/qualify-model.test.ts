import { expect, test } from "vitest";
import type { Advice, AdviceRequest } from "../advice.ts";
import { adviseByRules } from "../advise-by-rules.ts";
import { readContracts } from "../contract/contract-book.ts";
import type { AdviceStep } from "../ports.ts";
import { HOME_TRADE } from "../trade/home/home-trade.ts";
import { CHECK_CASES, CHECK_CLAUSES } from "./cases.ts";
import { isCurrent, qualifyModel } from "./qualify-model.ts";

const BOOK = readContracts(CHECK_CLAUSES, { synonyms: [], trade: HOME_TRADE });
const byRules = (request: AdviceRequest) => adviseByRules(BOOK, request).advice;

/** A model that answers at once what `advice` makes of the request. */
function modelOf(advice: (request: AdviceRequest) => Advice) {
  return {
    engine: "test:model",
    async *write(request: AdviceRequest): AsyncGenerator<AdviceStep> {
      yield { advice: advice(request) };
    },
  };
}

/** Finds a sentence that grants and says yes, whatever is left out beside it. */
function eager(request: AdviceRequest): Advice {
  const clause = request.hits.find(({ kind }) => kind === "coverage") ?? request.hits[0];
  const citations = clause ? [{ clause, quote: clause.text.split(". ")[0] ?? "", deciding: [] }] : [];
  return { decision: "Yes", reason: "", script: "Yes.", citations, nextSteps: [] };
}

const never = new AbortController().signal;

test("a model that reads as carefully as the rules do may decide", async () => {
  const found = await qualifyModel(modelOf(byRules), Date.now, never);
  expect(found.results.filter(({ isRight }) => !isRight)).toEqual([]);
  expect(found).toMatchObject({ mayDecide: true, right: CHECK_CASES.length, of: CHECK_CASES.length });
});

test("a model that quotes the grant and leaves out the exclusion may not", async () => {
  const found = await qualifyModel(modelOf(eager), Date.now, never);
  expect(found.mayDecide).toBe(false);
  expect(found.results.some(({ promises }) => promises)).toBe(true);
});

test("one promise too many is enough, however much else is right", async () => {
  const oneTooMany = (request: AdviceRequest) =>
    request.sessionId === "check-order" ? eager(request) : byRules(request);
  const found = await qualifyModel(modelOf(oneTooMany), Date.now, never);
  expect(found).toMatchObject({ mayDecide: false, right: CHECK_CASES.length - 1 });
});

test("a grant that quotes nothing of the contract counts as no answer", async () => {
  const bare = (request: AdviceRequest): Advice => ({ ...eager(request), citations: [] });
  const found = await qualifyModel(modelOf(bare), Date.now, never);
  expect(new Set(found.results.map(({ got }) => got))).toEqual(new Set(["unproven"]));
});

test("a result is of its own model and of these cases only", async () => {
  const found = await qualifyModel(modelOf(byRules), Date.now, never);
  expect(isCurrent(found, { engine: "test:model" })).toBe(true);
  expect(isCurrent(found, { engine: "test:other" })).toBe(false);
  expect(isCurrent({ ...found, cases: found.cases + 1 }, { engine: "test:model" })).toBe(false);
});
