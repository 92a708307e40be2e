import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPolicyLibrary } from "@live-copilot/api/adapters/sqlite/policy-library.ts";
import { expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { tempDir } from "../support/temp-dir.ts";

function fileOf(documentId: string, text: string, version = "1"): string {
  return `---
document: ${documentId}
title: The ${documentId}
version: "${version}"
plans: all
states: all
contractTypes: all
---
# The ${documentId}
## Pipes {#pipes .coverage}
${text}
`;
}

/** A folder to ingest, a data folder, and the command over them. */
async function workplace() {
  const dir = await tempDir();
  const folder = dir.path;
  const dataDir = join(folder, "data");
  return {
    write: (name: string, content: string) => writeFile(join(folder, name), content),
    drop: (name: string) => rm(join(folder, name)),
    ingest: (...args: readonly string[]) =>
      runScript("apps/api/src/cli/ingest.ts", args.length > 0 ? args : [folder], dataDir),
    library: () => openPolicyLibrary(join(dataDir, "policies.sqlite")),
    [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose](),
  };
}

test("a folder becomes the library, and again nothing changes", async () => {
  await using place = await workplace();
  await place.write("terms.md", fileOf("terms", "We cover pipes."));
  await place.write("synonyms.txt", "pipe, tube\n");
  const first = await place.ingest();
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toContain('added      terms 1 "The terms"');
  expect(first.stdout).toContain("1 documents in 1 versions: 1 clauses, 1 groups of synonyms");
  await using library = place.library();
  const revision = await library.revision();
  expect((await place.ingest()).stdout).toContain("0 added, 1 unchanged, 0 retired.");
  expect(await library.revision()).toBe(revision);
});

test("a library that somebody has open sees what is new, and what is gone answers no more", async () => {
  await using place = await workplace();
  await place.write("terms.md", fileOf("terms", "We cover pipes."));
  await place.write("add-ons.md", fileOf("add-ons", "We cover pumps."));
  await place.ingest();
  await using library = place.library();
  expect(await library.list()).toHaveLength(2);
  await place.drop("add-ons.md");
  await place.write("terms.md", fileOf("terms", "We cover pipes and drains.", "2"));
  const run = await place.ingest();
  expect(run.stdout).toContain("1 added, 0 unchanged, 1 retired.");
  expect((await library.list()).map(({ documentId, version }) => [documentId, version])).toEqual([
    ["terms", "1"],
    ["terms", "2"],
  ]);
  expect((await library.document("add-ons", "1"))?.clauses[0]?.text).toBe("We cover pumps.");
});

test("with anything wrong nothing is stored, and every problem is told with file and line", async () => {
  await using place = await workplace();
  await place.write("a.md", fileOf("a", "Sound."));
  await place.write("b.md", fileOf("b", "Text.").replace(".coverage", ".covrage"));
  await place.write("c.md", "no front matter");
  await place.write("synonyms.txt", "a, b\nalone\n");
  const run = await place.ingest();
  expect(run.code).toBe(1);
  expect(run.stdout).toBe("");
  expect(run.stderr).toMatch(/b\.md:10: unknown kind "\.covrage", did you mean "coverage"\?/);
  expect(run.stderr).toMatch(/c\.md:1: expected "---"/);
  expect(run.stderr).toMatch(/synonyms\.txt:2: "alone" stands alone/);
  expect(run.stderr).toContain("Nothing was stored: 3 problems");
  await using library = place.library();
  expect(await library.revision()).toBe(0);
});

test("a version with other words is refused, until it is removed", async () => {
  await using place = await workplace();
  await place.write("terms.md", fileOf("terms", "We cover pipes."));
  await place.ingest();
  await place.write("terms.md", fileOf("terms", "We cover no pipes."));
  const refused = await place.ingest();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /terms\.md:1: version 1 of terms is already there with other words \(clause pipes\); give the new text a new version/,
  );
  const removed = await place.ingest("--remove", "terms@1");
  expect(removed).toMatchObject({ code: 0, stderr: "" });
  expect(removed.stdout).toContain("removed    terms 1");
  expect((await place.ingest()).code).toBe(0);
});

test.each([
  [["--remove", "nothing@1"], "There is no nothing@1 in the library"],
  [["/no/such/folder"], "The folder /no/such/folder cannot be read."],
  [["one", "two"], "Expected one folder, or --remove."],
  [["--colour"], "Unknown option '--colour'"],
])("%j is refused with a reason", async (args, message) => {
  await using place = await workplace();
  const run = await place.ingest(...args);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain(message);
  expect(run.stderr).not.toContain("    at ");
});

test("a folder without documents leaves the library as it is", async () => {
  await using place = await workplace();
  await place.write("terms.md", fileOf("terms", "We cover pipes."));
  await place.ingest();
  await place.drop("terms.md");
  expect((await place.ingest()).stderr).toContain("There is no .md file");
  await using library = place.library();
  expect(await library.list()).toHaveLength(1);
});
