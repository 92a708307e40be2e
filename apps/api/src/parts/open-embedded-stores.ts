import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createMemorySignals } from "../adapters/memory/signals.ts";
import { openCustomerDirectory } from "../adapters/sqlite/customer-directory.ts";
import { lockDataDir } from "../adapters/sqlite/data-dir-lock.ts";
import { openPolicyLibrary } from "../adapters/sqlite/policy-library.ts";
import { openSessionLog } from "../adapters/sqlite/session-log.ts";
import { type Env, wantsSamples } from "../env.ts";
import { loadSamples, SAMPLES_LOADED } from "../ingest/load-samples.ts";
import { onceInFolder } from "../ingest/once-in-folder.ts";
import type { Stores, StoresOptions } from "./stores.ts";

/** Opens the stores in DATA_DIR, which one server at a time may have. */
export async function openEmbeddedStores(
  env: Env,
  { samplesFolder }: StoresOptions,
  opening: AsyncDisposableStack,
): Promise<Stores> {
  await mkdir(env.DATA_DIR, { recursive: true });
  const lock = lockDataDir(env.DATA_DIR);
  opening.defer(() => lock.release());
  const library = opening.use(openPolicyLibrary(join(env.DATA_DIR, "policies.sqlite")));
  const customers = opening.use(openCustomerDirectory(join(env.DATA_DIR, "customers.sqlite")));
  const once = onceInFolder(env.DATA_DIR, SAMPLES_LOADED);
  if (wantsSamples(env)) await loadSamples(samplesFolder, { library, customers, once });
  const log = await openSessionLog({ file: join(env.DATA_DIR, "sessions.sqlite") });
  opening.defer(() => log.close());
  const signals = createMemorySignals();
  opening.defer(() => signals.close());
  return { library, customers, log, signals };
}
