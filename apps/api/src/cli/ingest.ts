import { parseArgs } from "node:util";
import { ingestDocuments, type LibraryChange, type PolicyLibrary } from "@live-copilot/shared/copilot";
import { SingleBar } from "cli-progress";
import { readLibraryFolder } from "../ingest/read-library-folder.ts";
import { userPath } from "./data-file.ts";
import { openLibrary } from "./open-stores.ts";
import { Refusal, runCli } from "./run-cli.ts";

const USAGE = `Puts a folder of policy documents into the library. A running server shows it within 2 seconds.

  npm run ingest -- <folder>                        the folder becomes the library: what is gone from it is retired
  npm run ingest -- --remove <document>[@version]   deletes a document, or one version of it, for good

The format of the files: docs/library-format.md. The library is kept in the MongoDB of
MONGODB_URI where that is set, else in DATA_DIR (default: .data).
`;

type Head = LibraryChange["added"][number];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { remove: { type: "string" }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const [folder] = positionals;
  const asked = positionals.length + (values.remove === undefined ? 0 : 1);
  if (asked !== 1) throw new Refusal(`Expected one folder, or --remove.\n\n${USAGE}`);
  await using opened = await openLibrary();
  const { store: library, place } = opened;
  if (folder !== undefined) await ingest(library, userPath(folder));
  else await remove(library, values.remove ?? "");
  process.stdout.write(
    `${await libraryLine(library)}\nIn ${place}. A running server shows it within 2 seconds.\n`,
  );
}

async function ingest(library: PolicyLibrary, folder: string): Promise<void> {
  const files = await readWithProgress(folder);
  const change = await ingestDocuments({ library }, files, { retireMissing: true });
  process.stdout.write(
    [
      ...change.added.map((head) => `  added      ${nameOf(head)}`),
      ...change.retired.map((head) => `  retired    ${nameOf(head)} (its citations still open)`),
      `${change.added.length} added, ${change.unchanged.length} unchanged, ${change.retired.length} retired.`,
      "",
    ].join("\n"),
  );
}

async function remove(library: PolicyLibrary, target: string): Promise<void> {
  const [documentId = "", version] = target.split("@");
  const removed = await library.remove(documentId, version);
  if (removed.length === 0) throw new Refusal(`There is no ${target} in the library: nothing was removed.`);
  process.stdout.write(`${removed.map((head) => `  removed    ${nameOf(head)}\n`).join("")}`);
}

async function readWithProgress(folder: string) {
  if (!process.stderr.isTTY) return await readLibraryFolder(folder);
  const bar = new SingleBar({
    format: "{bar} {value}/{total} {name}",
    stream: process.stderr,
    clearOnComplete: true,
  });
  try {
    return await readLibraryFolder(folder, (name, done, total) => {
      if (done === 1) bar.start(total, 0, { name });
      bar.update(done, { name });
    });
  } finally {
    bar.stop();
  }
}

async function libraryLine(library: PolicyLibrary): Promise<string> {
  const [versions, synonyms] = await Promise.all([library.list(), library.synonyms()]);
  const documents = new Set(versions.map(({ documentId }) => documentId)).size;
  const clauses = versions.reduce((sum, { clauseCount }) => sum + clauseCount, 0);
  return `The library answers from ${documents} documents in ${versions.length} versions: ${clauses} clauses, ${synonyms.length} groups of synonyms.`;
}

function nameOf({ documentId, version, title }: Head): string {
  return `${documentId} ${version} "${title}"`;
}

await runCli(main);
