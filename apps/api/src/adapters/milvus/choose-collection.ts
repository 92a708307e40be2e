import { CopilotError } from "@live-copilot/shared";
import type { Embedder } from "@live-copilot/shared/copilot";
import { type CollectionKind, collectionName, modelKey } from "./collection-names.ts";
import type { MilvusConnection } from "./connect.ts";
import { findServed, type NamedCollection } from "./find-served.ts";

export interface ChoiceOptions {
  readonly alias: string;
  readonly embedder: Embedder | null;
  readonly schemaVersion: number;
  /** Take another model than the served collection's, or another size of vectors, for a change that is wanted. */
  readonly replaceModel: boolean;
}

/**
 * The collection that this server searches: of this version of the schema, for this embedder. One of another version
 * is made by the next rebuild. Rejects with CONFLICT where the served one was built with another model, or with
 * vectors of another size, than the settings say; with UNAVAILABLE where Milvus, or an embedder that has to be asked,
 * is away.
 */
export async function chooseCollection(
  connection: MilvusConnection,
  { alias, embedder, schemaVersion, replaceModel }: ChoiceOptions,
): Promise<NamedCollection> {
  const served = (await findServed(connection, alias))?.kind ?? null;
  refuseOtherModel(served, { alias, embedder, replaceModel });
  const model = embedder && modelKey(embedder.model);
  const known = served && served.model === model ? served.dimension : null;
  const dimension = embedder ? await vectorSize(embedder, replaceModel ? null : known) : 0;
  if (known !== null && dimension !== known && !replaceModel) {
    throw mismatch(alias, `${served?.model} of ${known} numbers`, `${embedder?.model} of ${dimension}`);
  }
  const kind = { schema: schemaVersion, model, dimension };
  return { name: collectionName(alias, kind), kind };
}

/** Throws CONFLICT where the served collection was built with another model, and none is to be replaced. */
export function refuseOtherModel(
  served: CollectionKind | null,
  { alias, embedder, replaceModel }: Pick<ChoiceOptions, "alias" | "embedder" | "replaceModel">,
): void {
  if (!served || replaceModel || served.model === (embedder && modelKey(embedder.model))) return;
  throw mismatch(alias, served.model ?? "none", embedder?.model ?? "none");
}

/** How many numbers the model's vectors have; `known` where it cannot be asked. */
async function vectorSize(embedder: Embedder, known: number | null): Promise<number> {
  try {
    const [vector] = await embedder.embed(["policy"]);
    return vector?.length ?? 0;
  } catch (error) {
    if (known !== null) return known;
    throw error;
  }
}

function mismatch(alias: string, built: string, wanted: string): CopilotError {
  return new CopilotError(
    "CONFLICT",
    [
      `What Milvus holds under ${alias} was embedded with the model ${built}; the settings say ${wanted}.`,
      "Either set OPENAI_EMBEDDING_MODEL as it was, or run `npm run reindex` with the new settings: it builds a second",
      "collection while running servers go on with theirs, and then this server starts.",
    ].join("\n"),
  );
}
