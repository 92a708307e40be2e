import { describe, expect, test } from "vitest";
import type { PolicyHead } from "./clause.ts";
import { documentsInScope, openRestrictions, type PolicyScope, versionInForce } from "./policy-scope.ts";

const ALL: PolicyHead = {
  documentId: "terms",
  title: "Terms",
  version: "1",
  plans: null,
  states: null,
  contractTypes: null,
};
const SCOPE: PolicyScope = { plan: "Plus", state: "TX", contractType: "Homeowner", at: "2026-03-14" };

describe("the version in force", () => {
  const old = { ...ALL, version: "2024", effectiveFrom: "2024-01-01", effectiveTo: "2025-06-30" };
  const now = { ...ALL, version: "2026", effectiveFrom: "2026-01-01", effectiveTo: "2026-12-31" };
  test.each<[string, string | undefined, string]>([
    ["2023-12-31", "2024", "before them all: the earliest"],
    ["2024-01-01", "2024", "on its first day"],
    ["2025-06-30", "2024", "on its last day"],
    ["2025-07-01", "2026", "in a gap: the next to come"],
    ["2026-01-01", "2026", "on the new one's first day"],
    ["2027-01-01", undefined, "after the last ran out"],
  ])("on %s is %s (%s)", (at, version) => {
    expect(versionInForce([now, old], at)?.version).toBe(version);
  });

  test("of several in force is the one that began last", () => {
    const open = { ...ALL, version: "2025", effectiveFrom: "2025-01-01" };
    const ever = { ...ALL, version: "0" };
    expect(versionInForce([now, ever, open], "2026-03-14")?.version).toBe("2026");
    expect(versionInForce([now, ever, open], "2025-03-14")?.version).toBe("2025");
    expect(versionInForce([now, ever, open], "2024-03-14")?.version).toBe("0");
  });

  test("is the higher version where both began on one day", () => {
    const versions = ["v9", "v10", "v2"].map((version) => ({ ...ALL, version }));
    expect(versionInForce(versions, "2026-03-14")?.version).toBe("v10");
  });
});

describe("open restrictions", () => {
  test.each<[string, Partial<PolicyHead>, Partial<PolicyScope>, number | null]>([
    ["a document for all", {}, {}, 0],
    ["its own plan, written otherwise", { plans: ["plus plan"] }, {}, 0],
    ["another plan", { plans: ["Premier"] }, {}, null],
    ["an unknown plan", { plans: ["Premier"] }, { plan: null }, 1],
    [
      "an unknown plan and contract type",
      { plans: ["A"], contractTypes: ["B"] },
      { plan: null, contractType: null },
      2,
    ],
    ["its own state by name", { states: ["TX"] }, { state: "texas" }, 0],
    ["another state", { states: ["CA", "NV"] }, {}, null],
    ["a state's document where the state is not known", { states: ["TX"] }, { state: null }, null],
    ["another contract type", { contractTypes: ["Real Estate"] }, {}, null],
  ])("%s", (_, head, scope, expected) => {
    expect(openRestrictions({ ...ALL, ...head }, { ...SCOPE, ...scope })).toBe(expected);
  });
});

test("documents in scope are those of the versions in force only", () => {
  const heads = [
    { ...ALL, version: "1", plans: ["Plus"] },
    { ...ALL, version: "2", plans: ["Premier"], effectiveFrom: "2026-01-01" },
    { ...ALL, documentId: "texas", states: ["TX"] },
  ];
  const found = [...documentsInScope(heads, SCOPE)].map(([head, open]) => [
    head.documentId,
    head.version,
    open,
  ]);
  expect(found).toEqual([["texas", "1", 0]]);
});
