import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CustomerDirectory, ingestDocuments, type PolicyLibrary } from "@live-copilot/shared/copilot";
import type { Once } from "./once-in-folder.ts";
import { parseCustomers } from "./parse-customers.ts";
import { readLibraryFolder } from "./read-library-folder.ts";

/** Under this name the stores remember that they had their samples, so that removed ones do not come back. */
export const SAMPLES_LOADED = "samples-loaded";

export interface SampleDeps {
  readonly library: PolicyLibrary;
  readonly customers: CustomerDirectory;
  /** Where it is remembered, beside the stores. */
  readonly once: Once;
}

/**
 * Fills new stores from a samples folder, once: `library/` and the `customers.*` files. A store that holds anything of
 * its own is left as it is. Throws when the samples themselves are broken.
 */
export async function loadSamples(folder: string, deps: SampleDeps): Promise<void> {
  await deps.once(async () => {
    if ((await deps.library.revision()) === 0) {
      await ingestDocuments(deps, await readLibraryFolder(join(folder, "library")), { retireMissing: false });
    }
    if ((await deps.customers.count()) === 0) await loadCustomers(folder, deps.customers);
  });
}

async function loadCustomers(folder: string, directory: CustomerDirectory): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^customers\.(?:csv|json)$/.test(name)).sort();
  for (const name of names) {
    const { customers, problems } = parseCustomers(name, await readFile(join(folder, name), "utf8"));
    if (problems)
      throw new Error(`${name}: ${problems.map(({ row, message }) => `${row}: ${message}`).join("; ")}`);
    await directory.put(customers);
  }
}
