import type { PolicyClause } from "@live-copilot/shared";
import { expect, test } from "vitest";
import { filterKey, versionKey } from "./clause-row.ts";
import { createScopeExpressions } from "./scope-expression.ts";

const SCOPE = { plan: "Plus Plan", state: "Texas", contractType: null, at: "2026-03-14" };
const clause = (version: string, effectiveFrom: string): PolicyClause => ({
  documentId: "terms",
  title: "Terms",
  version,
  plans: null,
  states: null,
  contractTypes: null,
  effectiveFrom,
  clauseId: "1",
  section: "1",
  kind: "coverage",
  text: "We cover pipes.",
});

test("says what is known of the customer, in the form in which it is stored", () => {
  expect(createScopeExpressions([])(SCOPE)).toBe(
    'array_contains_any(plans, ["*", "plus"]) and array_contains_any(states, ["*", "TX"])',
  );
});

test("with the state unknown only what is for all states is let through", () => {
  const scope = { plan: null, state: null, contractType: null, at: "2026-03-14" };
  expect(createScopeExpressions([])(scope)).toBe('array_contains_any(states, ["*"])');
});

test("leaves out versions that are not in force", () => {
  const old = clause("1", "2024-01-01");
  const expressionOf = createScopeExpressions([old, clause("2", "2026-01-01")]);
  expect(expressionOf(SCOPE)).toContain(` and version not in ["${versionKey(old)}"]`);
  expect(expressionOf({ ...SCOPE, at: "2025-01-01" })).not.toContain(versionKey(old));
});

test.each(['"] or true', "back\\slash", "new\nline", "*", "Größe", "x".repeat(500), ""])(
  "a name of anything but letters and digits is a hash in an expression: %j",
  (state) => {
    expect(filterKey(state)).toMatch(/^#[0-9a-f]{32}$/);
    const expression = createScopeExpressions([])({ ...SCOPE, state });
    expect(expression).toMatch(
      /^array_contains_any\(plans, [^)]*\) and array_contains_any\(states, \["\*", "#[0-9a-f]{32}"\]\)$/,
    );
  },
);
