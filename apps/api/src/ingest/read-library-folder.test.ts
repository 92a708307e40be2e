import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readLibraryFolder } from "./read-library-folder.ts";

async function folderOf(files: readonly string[]) {
  const path = await mkdtemp(join(tmpdir(), "library-"));
  for (const name of files) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), `content of ${name}`);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

test("reads documents and synonyms, in subfolders too, and leaves the rest alone", async () => {
  await using folder = await folderOf([
    "b.md",
    "states/texas.md",
    "synonyms.txt",
    "README.md",
    "notes.txt",
    ".drafts/new.md",
    "table.csv",
  ]);
  const seen: string[] = [];
  const files = await readLibraryFolder(folder.path, (name, done, total) =>
    seen.push(`${name} ${done}/${total}`),
  );
  expect(files).toEqual([
    { name: "b.md", content: "content of b.md" },
    { name: join("states", "texas.md"), content: `content of ${join("states", "texas.md")}` },
    { name: "synonyms.txt", content: "content of synonyms.txt" },
  ]);
  expect(seen).toEqual(["b.md 1/3", `${join("states", "texas.md")} 2/3`, "synonyms.txt 3/3"]);
});

test.each([[["synonyms.txt"]], [[]]])("a folder with %j alone is refused", async (files) => {
  await using folder = await folderOf(files);
  await expect(readLibraryFolder(folder.path)).rejects.toMatchObject({ reason: "BAD_REQUEST" });
});
