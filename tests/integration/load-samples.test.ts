import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCustomerDirectory } from "@live-copilot/api/adapters/sqlite/customer-directory.ts";
import { openPolicyLibrary } from "@live-copilot/api/adapters/sqlite/policy-library.ts";
import { loadSamples, SAMPLES_LOADED } from "@live-copilot/api/ingest/load-samples.ts";
import { onceInFolder } from "@live-copilot/api/ingest/once-in-folder.ts";
import { expect, test } from "vitest";
import { documentOf } from "../support/policies.ts";
import { tempDir } from "../support/temp-dir.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));

async function freshStores() {
  const dir = await tempDir();
  const library = openPolicyLibrary(":memory:");
  const customers = openCustomerDirectory(":memory:");
  return {
    library,
    customers,
    once: onceInFolder(join(dir.path, "data"), SAMPLES_LOADED),
    folder: dir.path,
    [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose](),
  };
}

test("the samples of this repository fill fresh stores", async () => {
  await using stores = await freshStores();
  await loadSamples(SAMPLES, stores);
  expect((await stores.library.list()).length).toBeGreaterThan(10);
  expect((await stores.library.synonyms()).length).toBeGreaterThan(50);
  expect(await stores.customers.count()).toBeGreaterThan(10);
});

test("samples that were removed do not come back", async () => {
  await using stores = await freshStores();
  await loadSamples(SAMPLES, stores);
  await stores.library.remove("systems");
  await loadSamples(SAMPLES, stores);
  expect((await stores.library.list()).map(({ documentId }) => documentId)).not.toContain("systems");
});

test("stores that hold something of their own are left as they are", async () => {
  await using stores = await freshStores();
  await stores.library.put([documentOf()]);
  await stores.customers.put([{ customerId: "C-1", name: "A", phones: [], claims: [], limits: [] }]);
  await loadSamples(SAMPLES, stores);
  expect(await stores.library.list()).toHaveLength(1);
  expect(await stores.customers.count()).toBe(1);
});

test("broken samples are told, and the next start tries again", async () => {
  await using stores = await freshStores();
  const folder = join(stores.folder, "samples");
  await mkdir(join(folder, "library"), { recursive: true });
  await writeFile(join(folder, "library", "a.md"), "broken");
  await expect(loadSamples(folder, stores)).rejects.toMatchObject({ reason: "BAD_REQUEST" });
  await loadSamples(SAMPLES, stores);
  expect((await stores.library.list()).length).toBeGreaterThan(10);
});
