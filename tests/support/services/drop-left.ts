import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { MongoClient } from "mongodb";
import { namesBeginWith } from "./fresh-name.ts";

/** Deletes the databases that this run's suites made on a server that is not theirs. */
export async function dropDatabases(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) {
      if (name.startsWith(namesBeginWith())) await client.db(name).dropDatabase();
    }
  } finally {
    await client.close();
  }
}

/** Deletes the collections that this run's suites made on a server that is not theirs, and their aliases. */
export async function dropCollections(address: string): Promise<void> {
  const token = process.env["MILVUS_TOKEN"];
  const client = new MilvusClient({ address, logLevel: "error", ...(token && { token }) });
  try {
    await client.connectPromise;
    const { data } = await client.showCollections();
    for (const { name: collection_name } of data) {
      if (!collection_name.startsWith(namesBeginWith())) continue;
      const { aliases } = await client.listAliases({ collection_name });
      for (const alias of aliases) await client.dropAlias({ alias });
      await client.dropCollection({ collection_name });
    }
  } finally {
    await client.closeConnection();
  }
}
