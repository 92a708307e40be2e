import { ConsistencyLevelEnum, DataType, FunctionType, MilvusClient } from "@zilliz/milvus2-sdk-node";
import { expect, test, vi } from "vitest";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startMilvus } from "../support/services/start-milvus.ts";

const CLAUSES = [
  { id: "a", text: "The dishwasher is covered for mechanical failure." },
  { id: "b", text: "The roof is not covered." },
];

const connect = (address: string) => new MilvusClient({ address, logLevel: "error" });

/** A collection that is searched by words. */
async function fill(client: MilvusClient, collection_name: string): Promise<void> {
  const created = await client.createCollection({
    collection_name,
    fields: [
      { name: "id", data_type: DataType.VarChar, max_length: 64, is_primary_key: true },
      { name: "text", data_type: DataType.VarChar, max_length: 2_000, enable_analyzer: true },
      { name: "words", data_type: DataType.SparseFloatVector },
    ],
    functions: [
      {
        name: "words",
        type: FunctionType.BM25,
        input_field_names: ["text"],
        output_field_names: ["words"],
        params: {},
      },
    ],
    index_params: [{ field_name: "words", index_type: "SPARSE_INVERTED_INDEX", metric_type: "BM25" }],
  });
  expect(created.error_code).toBe("Success");
  expect((await client.insert({ collection_name, data: CLAUSES })).status.error_code).toBe("Success");
  await client.loadCollectionSync({ collection_name });
}

async function search(client: MilvusClient, collection_name: string, text: string): Promise<unknown[]> {
  const { results } = await client.search({
    collection_name,
    anns_field: "words",
    data: text,
    limit: 1,
    metric_type: "BM25",
    output_fields: ["id"],
    consistency_level: ConsistencyLevelEnum.Strong,
  });
  return results.map((hit) => hit["id"]);
}

describeWith(["milvus"], "the shared Milvus", ({ milvus }) => {
  test("finds by words", async () => {
    const client = connect(milvus.address);
    const collection_name = milvus.collection();
    try {
      await fill(client, collection_name);
      expect(await search(client, collection_name, "Is my dishwasher covered?")).toEqual(["a"]);
      expect(await search(client, collection_name, "and the roof")).toEqual(["b"]);
    } finally {
      await client.dropCollection({ collection_name });
      await client.closeConnection();
    }
  });
});

test("a Milvus of one's own is away when it was stopped, and comes back with its data", async (context) => {
  await using milvus = await ownService(context, startMilvus);
  const collection_name = milvus.collection();
  const client = connect(milvus.address);
  await fill(client, collection_name);
  await milvus.stop();
  await expect(client.hasCollection({ collection_name, timeout: 500 })).rejects.toThrow("UNAVAILABLE");
  await milvus.start();
  // The client leaves an address alone for a second or more after it failed.
  await vi.waitFor(() => client.loadCollectionSync({ collection_name }), 10_000);
  expect(await search(client, collection_name, "Is my dishwasher covered?")).toEqual(["a"]);
  await client.closeConnection();
});
