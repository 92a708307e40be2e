import { expect, test } from "vitest";
import { connect } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

/** A document in the library's format, for one plan. */
function petDoors(version: string, limit: string, front: readonly string[] = []) {
  const content = [
    "---",
    "document: pet-doors",
    "title: Pet doors",
    `version: "${version}"`,
    "plans: [Premier]",
    "states: all",
    "contractTypes: all",
    ...front,
    "---",
    "# Pet doors",
    "## 1. The flap {#flap .coverage}",
    "We cover the flap and the motor of a pet door.",
    "## 2. How much {#flap-limit .limit}",
    `We pay up to ${limit} for a pet door.`,
  ].join("\n");
  return { name: "pet-doors.md", content };
}

test("a document that is ingested is listed, opens, and is found at once by those whose plan it is for", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  const { policy } = client.api;
  expect(await policy.list.query({})).toEqual({ documents: [] });
  const head = { documentId: "pet-doors", version: "1", plans: ["Premier"], states: null };
  const change = await policy.ingest.mutate({ documents: [petDoors("1", "$300")] });
  expect(change).toMatchObject({ added: [head], unchanged: [], retired: [] });
  expect(await policy.list.query({})).toMatchObject({ documents: [{ ...head, clauseCount: 2 }] });
  const { clauses } = await policy.document.query({ documentId: "pet-doors" });
  expect(clauses).toMatchObject([
    { clauseId: "flap", kind: "coverage", section: "1. The flap" },
    { clauseId: "flap-limit", kind: "limit", text: "We pay up to $300 for a pet door." },
  ]);
  const find = async (plan?: string) =>
    (await policy.search.query({ query: "pet door motor", ...(plan ? { plan } : {}) })).hits;
  expect((await find("premier plan"))[0]).toMatchObject({ clauseId: "flap", documentId: "pet-doors" });
  expect(await find("Plus")).toEqual([]);
  const again = await policy.ingest.mutate({ documents: [petDoors("1", "$300")] });
  expect(again).toMatchObject({ added: [], unchanged: [head] });
});

test("a version never changes; a new one answers from its day on", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  const { policy } = client.api;
  await policy.ingest.mutate({ documents: [petDoors("1", "$300", ["effectiveFrom: 2024-01-01"])] });
  const changed = policy.ingest.mutate({ documents: [petDoors("1", "$500", ["effectiveFrom: 2024-01-01"])] });
  await expect(changed).rejects.toMatchObject({
    data: {
      reason: "BAD_REQUEST",
      fields: [{ field: "pet-doors.md:1", expected: expect.stringContaining("new version") }],
    },
  });
  await policy.ingest.mutate({ documents: [petDoors("2", "$500", ["effectiveFrom: 2025-01-01"])] });
  const texts = async (at: string) => {
    const { hits } = await policy.search.query({ query: "how much for a pet door", plan: "Premier", at });
    return hits.filter(({ clauseId }) => clauseId === "flap-limit").map(({ version }) => version);
  };
  expect(await texts("2024-06-01")).toEqual(["1"]);
  expect(await texts("2025-06-01")).toEqual(["2"]);
  expect((await policy.document.query({ documentId: "pet-doors" })).version).toBe("2");
  expect((await policy.document.query({ documentId: "pet-doors", version: "1" })).version).toBe("1");
});

test("one wrong document refuses them all, and every problem is named by file and line", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  const good = petDoors("1", "$300");
  const wrong = {
    name: "wrong.md",
    content: good.content.replace("plans: [Premier]", "plan: Premier").replace(".limit}", ".limits}"),
  };
  const refused = client.api.policy.ingest.mutate({ documents: [good, wrong] });
  const error: { data: { reason: string; fields: { field: string; expected: string }[] } } =
    await refused.then(
      () => Promise.reject(new Error("it was taken")),
      (reason) => reason,
    );
  expect(error.data.reason).toBe("BAD_REQUEST");
  const fields = error.data.fields.map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(["wrong.md:5", "wrong.md:12"]));
  for (const field of fields) expect(field).toMatch(/^wrong\.md:\d+$/);
  expect(await client.api.policy.list.query({})).toEqual({ documents: [] });
});

test("removing takes one version, or all of them, out of every answer", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  const { policy } = client.api;
  await policy.ingest.mutate({
    documents: [petDoors("1", "$300"), { ...petDoors("2", "$500"), name: "b.md" }],
  });
  const one = await policy.remove.mutate({ documentId: "pet-doors", version: "2" });
  expect(one.removed.map(({ version }) => version)).toEqual(["2"]);
  expect((await policy.list.query({})).documents.map(({ version }) => version)).toEqual(["1"]);
  await policy.remove.mutate({ documentId: "pet-doors" });
  expect((await policy.search.query({ query: "pet door", plan: "Premier" })).hits).toEqual([]);
  const missing = { data: { reason: "DOCUMENT_NOT_FOUND", httpStatus: 404 } };
  await expect(policy.remove.mutate({ documentId: "pet-doors" })).rejects.toMatchObject(missing);
  await expect(policy.document.query({ documentId: "pet-doors" })).rejects.toMatchObject(missing);
});

test("a search keeps to its plan, its state in any spelling, its day and its limit, best first", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const search = client.api.policy.search;
  const scope = { plan: "Plus", contractType: "Homeowner", at: "2026-06-01" };
  const byCode = await search.query({ query: "service fee", ...scope, state: "TX" });
  const byName = await search.query({ query: "service fee", ...scope, state: " texas " });
  expect(byName).toEqual(byCode);
  expect(byCode.hits.length).toBeGreaterThan(0);
  for (const { plans, states, effectiveFrom, effectiveTo } of byCode.hits) {
    expect(plans === null || plans.includes("Plus")).toBe(true);
    expect(states === null || states.includes("TX")).toBe(true);
    expect((effectiveFrom ?? "") <= scope.at && scope.at <= (effectiveTo ?? "9999")).toBe(true);
  }
  const { hits } = await search.query({ query: "air conditioner compressor", limit: 3 });
  expect(hits.length).toBeLessThanOrEqual(3);
  const scores = hits.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test.each([
  [{ query: "  " }, "query"],
  [{ query: "x", limit: 51 }, "limit"],
  [{ query: "x", at: "2026-02-30" }, "at"],
  [{ query: "x".repeat(1001) }, "query"],
])("a search that makes no sense names its field (case %#)", async (input, field) => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  await expect(client.api.policy.search.query(input)).rejects.toMatchObject({
    data: { reason: "BAD_REQUEST", fields: [{ field }] },
  });
});
