import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openMongoCustomerDirectory } from "@live-copilot/api/adapters/mongo/customer-directory.ts";
import { openMongoPolicyLibrary } from "@live-copilot/api/adapters/mongo/policy-library.ts";
import { expect, test } from "vitest";
import { openMongo } from "../support/open-mongo.ts";
import { runScriptWith } from "../support/run-script.ts";
import { describeWith } from "../support/services/describe-with.ts";
import { tempDir } from "../support/temp-dir.ts";

function fileOf(documentId: string, text: string, version = "1"): string {
  const head = `document: ${documentId}\ntitle: The ${documentId}\nversion: "${version}"`;
  return `---\n${head}\nplans: all\nstates: all\ncontractTypes: all\n---\n## Pipes {#pipes .coverage}\n${text}\n`;
}

/** A folder with files, a data folder that has to stay empty, and the commands over a database. */
async function workplace(uri: string) {
  await using opening = new AsyncDisposableStack();
  const dir = opening.use(await tempDir());
  const data = opening.use(await tempDir());
  const { db } = opening.use(await openMongo(uri));
  const run = (command: "ingest" | "customers", ...args: readonly string[]) =>
    runScriptWith(`apps/api/src/cli/${command}.ts`, args, { MONGODB_URI: uri, DATA_DIR: data.path });
  const closing = opening.move();
  return {
    db,
    folder: dir.path,
    run,
    write: (name: string, content: string) => writeFile(join(dir.path, name), content),
    drop: (name: string) => rm(join(dir.path, name)),
    dataFiles: () => readdir(data.path),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

describeWith(["mongo"], "the commands on MongoDB", ({ mongo }) => {
  test("a folder becomes the library in the database, again nothing changes, and what is gone is retired", async () => {
    await using place = await workplace(mongo.database());
    await place.write("terms.md", fileOf("terms", "We cover pipes."));
    await place.write("add-ons.md", fileOf("add-ons", "We cover pumps."));
    const first = await place.run("ingest", place.folder);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain('added      terms 1 "The terms"');
    expect(first.stdout).toContain(`In the database ${place.db.databaseName} of MongoDB at `);
    const library = await openMongoPolicyLibrary(place.db);
    expect(await library.revision()).toBe(1);
    expect((await place.run("ingest", place.folder)).stdout).toContain("0 added, 2 unchanged, 0 retired.");
    expect(await library.revision()).toBe(1);
    await place.drop("add-ons.md");
    expect((await place.run("ingest", place.folder)).stdout).toContain("0 added, 1 unchanged, 1 retired.");
    expect((await library.list()).map(({ documentId }) => documentId)).toEqual(["terms"]);
    expect((await place.run("ingest", "--remove", "add-ons@1")).stdout).toContain("removed    add-ons 1");
    expect(await library.document("add-ons", "1")).toBeNull();
    expect(await place.dataFiles()).toEqual([]);
  });

  test("customers are loaded into the database, and a CSV file leaves claims and limits", async () => {
    await using place = await workplace(mongo.database());
    const limits = [{ name: "Cooling", total: 2000, used: 150 }];
    await place.write("a.json", JSON.stringify([{ customerId: "C-1", name: "A", phones: [], limits }]));
    await place.write("b.csv", "customerId,name,phones\nC-1,Another,(512) 555-0142\nC-2,New,\n");
    const first = await place.run("customers", join(place.folder, "a.json"));
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("1 added, 0 changed, 0 unchanged; 1 customers in the database ");
    const second = await place.run("customers", join(place.folder, "b.csv"));
    expect(second.stdout).toContain("1 added, 1 changed, 0 unchanged; 2 customers in the database ");
    const directory = await openMongoCustomerDirectory(place.db);
    expect(await directory.byPhone("+15125550142")).toEqual([
      { customerId: "C-1", name: "Another", phones: ["+15125550142"], claims: [], limits },
    ]);
    expect(await place.dataFiles()).toEqual([]);
  });
});

test.each([
  ["mongodb://agent:s3cret@127.0.0.1:1/d", "The database cannot be reached."],
  ["mongodb://agent:s3c/ret@127.0.0.1/d", "MONGODB_URI cannot be read"],
  ["mongodb://agent:s3cret@127.0.0.1/d?noSuchOption=1", "MONGODB_URI cannot be read"],
  ["postgres://agent:s3cret@127.0.0.1/d", "MONGODB_URI: expected an address that begins with mongodb://"],
])("%s is refused with a reason, without a word of the password", async (MONGODB_URI, message) => {
  await using data = await tempDir();
  const started = performance.now();
  const run = await runScriptWith("apps/api/src/cli/ingest.ts", ["samples/library"], {
    MONGODB_URI,
    DATA_DIR: data.path,
  });
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(run).toMatchObject({ code: 1, stdout: "" });
  expect(run.stderr).toContain(message);
  expect(run.stderr).not.toMatch(/s3c|ret@|agent| {4}at /);
});
