import { describe, expect, it } from "vitest";
import type { AdviceRequest } from "../advice.ts";
import { checkCitations } from "../check-citations.ts";
import { adviseByRules } from "./advise-by-rules.ts";
import type { Case } from "./second-library.cases.ts";
import { CASES } from "./second-library.more-cases.ts";
import { findInSecondLibrary } from "./second-library.search.fixture.ts";

function requestOf(one: Case): AdviceRequest {
  const scope = { plan: one.plan ?? null, state: one.state ?? null, contractType: null, at: "2026-11-23" };
  const situation = one.told ?? "";
  return {
    question: { text: one.ask, kind: one.kind ?? "coverage", segmentIds: ["s1"], search: one.ask, situation },
    hits: findInSecondLibrary(one.ask, situation, scope),
    scope,
    today: "2026-11-23",
    customer:
      one.started === undefined
        ? null
        : {
            customerId: "c1",
            name: "Ada Moss",
            phones: [],
            contractStart: one.started,
            claims: [],
            limits: [],
          },
  };
}

describe("adviseByRules over a library of another company", () => {
  it.each(
    CASES.map(
      (one) =>
        [
          `${one.ask} [${[one.told, one.plan, one.state, one.started].filter(Boolean).join(" | ")}]`,
          one,
        ] as const,
    ),
  )("%s", (_name, one) => {
    const advice = checkCitations(adviseByRules(requestOf(one)));
    const shown = `${advice.script}\n${advice.reason}\n${advice.citations.map((citation) => citation.quote).join("\n")}`;
    expect({ decision: advice.decision, shown }).toEqual({ decision: one.decision, shown });
    if (one.cites !== undefined)
      expect(one.cites, shown).toEqual(
        expect.arrayContaining([expect.toBeOneOf(advice.citations.map((citation) => citation.clauseId))]),
      );
    for (const words of one.says ?? []) expect(shown).toContain(words);
  });
});
