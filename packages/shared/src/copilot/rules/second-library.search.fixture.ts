import type { PolicyHit } from "../../domain/clause.ts";
import type { PolicyScope } from "../ports.ts";
import { SECOND_LIBRARY } from "./second-library.fixture.ts";

const words = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .match(/[a-z]{3,}/g)
      ?.map((word) => word.slice(0, 6)) ?? [],
  );

/** Every clause in scope, those that share most words with the query first; a stand-in for an index. */
export function findInSecondLibrary(query: string, situation: string, scope: PolicyScope): PolicyHit[] {
  const inScope = SECOND_LIBRARY.filter(
    (clause) =>
      (clause.states === null || (scope.state !== null && clause.states.includes(scope.state))) &&
      (clause.plans === null || (scope.plan !== null && clause.plans.includes(scope.plan))),
  );
  const asked = words(query);
  const told = words(situation);
  const scored = inScope.map((clause) => {
    const own = words(`${clause.section} ${clause.text}`);
    let score = 0;
    for (const word of own) score += (asked.has(word) ? 1 : 0) + (told.has(word) ? 0.3 : 0);
    return { ...clause, score: score / Math.sqrt(8 + own.size) };
  });
  return scored.toSorted((a, b) => b.score - a.score);
}
