import { openPolicyLibrary } from "@live-copilot/api/adapters/sqlite/policy-library.ts";
import { ingestDocuments } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";

function fileOf(name: string, version = "1", text = "We cover pipes.") {
  const head = `---\ndocument: ${name}\ntitle: ${name}\nversion: "${version}"\n`;
  const scope = "plans: all\nstates: all\ncontractTypes: all\n---\n";
  return { name: `${name}.md`, content: `${head}${scope}## Pipes {#pipes .coverage}\n${text}\n` };
}

test("uploaded documents are added to the library, and others stay", async () => {
  await using library = openPolicyLibrary(":memory:");
  const options = { retireMissing: false };
  await ingestDocuments({ library }, [fileOf("a")], options);
  const change = await ingestDocuments({ library }, [fileOf("a"), fileOf("b")], options);
  expect(change.added.map(({ documentId }) => documentId)).toEqual(["b"]);
  expect(change.unchanged.map(({ documentId }) => documentId)).toEqual(["a"]);
  expect(change.retired).toEqual([]);
});

test("synonyms come as a file of their name, and stay when none comes", async () => {
  await using library = openPolicyLibrary(":memory:");
  const synonyms = { name: "folder/synonyms.txt", content: "pipe, tube" };
  await ingestDocuments({ library }, [fileOf("a"), synonyms], { retireMissing: true });
  await ingestDocuments({ library }, [fileOf("b")], { retireMissing: false });
  expect(await library.synonyms()).toEqual([["pipe", "tube"]]);
  await ingestDocuments({ library }, [fileOf("b")], { retireMissing: true });
  expect(await library.synonyms()).toEqual([]);
});

test("every problem of every file is a field with its name and line, and nothing is stored", async () => {
  await using library = openPolicyLibrary(":memory:");
  await ingestDocuments({ library }, [fileOf("c")], { retireMissing: false });
  const revision = await library.revision();
  const files = [
    fileOf("a"),
    { ...fileOf("a"), name: "copy.md" },
    { name: "broken.md", content: "words" },
    fileOf("c", "1", "We cover no pipes."),
    { name: "synonyms.txt", content: "alone" },
  ];
  const ingested = ingestDocuments({ library }, files, { retireMissing: true });
  await expect(ingested).rejects.toMatchObject({
    reason: "BAD_REQUEST",
    message: "Nothing was stored: 4 problems in the documents.",
    fields: [
      { field: "broken.md:1", expected: expect.stringContaining('expected "---"') },
      { field: "synonyms.txt:1", expected: expect.stringContaining("stands alone") },
      { field: "copy.md:1", expected: "version 1 of a is also in a.md" },
      {
        field: "c.md:1",
        expected: expect.stringContaining("is already there with other words (clause pipes)"),
      },
    ],
  });
  expect(await library.revision()).toBe(revision);
});
