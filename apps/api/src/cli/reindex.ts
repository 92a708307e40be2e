import { parseArgs } from "node:util";
import { openMilvusPolicyIndex } from "../adapters/milvus/policy-index.ts";
import { createMetrics } from "../metrics.ts";
import { openModels } from "../parts/open-model.ts";
import { openLibrary } from "./open-stores.ts";
import { Refusal, runCli } from "./run-cli.ts";
import { readSettings } from "./settings.ts";

const USAGE = `Builds Milvus's index of the library anew, for another OPENAI_EMBEDDING_MODEL, and serves it.

  npm run reindex

It takes the server's settings, with the new model. Servers with the old one go on searching the old collection;
start them with the new settings one after the other. The old collection is dropped a day later.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h", default: false } } });
  if (values.help) return void process.stdout.write(USAGE);
  const env = readSettings();
  if (!env.MILVUS_ADDRESS)
    throw new Refusal("MILVUS_ADDRESS is not set: the index in memory needs no command.");
  await using opened = new AsyncDisposableStack();
  const { store: library } = opened.use(await openLibrary());
  const { embedder } = openModels(env, createMetrics(), opened);
  const index = await openMilvusPolicyIndex({
    address: env.MILVUS_ADDRESS,
    token: env.MILVUS_TOKEN,
    collection: env.MILVUS_COLLECTION,
    denseWeight: env.DENSE_WEIGHT,
    embedder,
    replaceModel: true,
  });
  opened.defer(() => index.close());
  const clauses = await library.clauses();
  await index.rebuild(clauses, await library.synonyms());
  process.stdout.write(
    `${clauses.length} clauses are served under ${env.MILVUS_COLLECTION}, ${embedder ? `with vectors of ${embedder.model}` : "without vectors"}.\n`,
  );
}

await runCli(main);
