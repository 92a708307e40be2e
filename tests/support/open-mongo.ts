import { connectMongo, type MongoConnection } from "@live-copilot/api/adapters/mongo/connect.ts";

/** Connects to a test's own database, and drops it when it goes out of scope. */
export async function openMongo(uri: string): Promise<MongoConnection> {
  const connection = await connectMongo(uri);
  return {
    db: connection.db,
    async [Symbol.asyncDispose]() {
      await connection.db.dropDatabase();
      await connection[Symbol.asyncDispose]();
    },
  };
}
