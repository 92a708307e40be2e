import { CopilotError } from "@live-copilot/shared";
import { type Db, type DbOptions, MongoClient, MongoError, MongoNetworkError, ReadConcern } from "mongodb";

/** One client and its database, shared by all stores of a process. */
export interface MongoConnection extends AsyncDisposable {
  readonly db: Db;
}

/** A command that takes longer has failed: nothing may wait on a database that does not answer. */
export const TIMEOUT_MS = 4_000;
const DATABASE = "live-copilot";

/** Given to the database rather than to the client, where the URI's own options would count for more. */
const DURABLE: DbOptions = {
  writeConcern: { w: "majority", journal: true },
  readConcern: new ReadConcern("majority"),
  readPreference: "primary",
};

/**
 * Connects; the database is the one that the URI names, else `live-copilot`. What is written is on the journals of
 * a majority before it counts, what is read is what a majority has. Appends must know what became of each try, so
 * the driver repeats no write by itself. Rejects with CopilotError UNAVAILABLE, or BAD_REQUEST for a URI that is none.
 */
export async function connectMongo(uri: string, socketTimeoutMS = TIMEOUT_MS): Promise<MongoConnection> {
  const client = createClient(uri, socketTimeoutMS);
  try {
    await client.connect();
  } catch (error) {
    await client.close().catch(() => undefined);
    throw unavailable(error);
  }
  const named = client.options.dbName;
  const db = client.db(named === undefined || named === "test" ? DATABASE : named, DURABLE);
  return { db, [Symbol.asyncDispose]: () => client.close() };
}

/** What the driver says of a connection string that it cannot read may quote it: a password would be shown. */
function createClient(uri: string, socketTimeoutMS: number): MongoClient {
  try {
    return new MongoClient(uri, {
      appName: "live-copilot",
      retryWrites: false,
      // Whoever reads tries again by itself; a second try inside the driver would double the time that nothing is said.
      retryReads: false,
      serverSelectionTimeoutMS: TIMEOUT_MS,
      connectTimeoutMS: TIMEOUT_MS,
      socketTimeoutMS,
      waitQueueTimeoutMS: TIMEOUT_MS,
      maxPoolSize: 50,
    });
  } catch {
    throw new CopilotError(
      "BAD_REQUEST",
      "MONGODB_URI cannot be read: expected mongodb://user:password@host:port/database, user and password percent-encoded, and only options that MongoDB's drivers know.",
    );
  }
}

/** Runs work on the database; what the driver throws becomes CopilotError UNAVAILABLE. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MongoError) throw unavailable(error);
    throw error;
  }
}

/** Whether a write failed because its `_id` is taken. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoError && error.code === 11_000;
}

/** Whether what became of a command is not known. Where no server was found for it, it was not sent. */
export function isConnectionLoss(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    (error instanceof MongoError && error.hasErrorLabel("RetryableWriteError"))
  );
}

function unavailable(cause: unknown): CopilotError {
  return new CopilotError("UNAVAILABLE", "The database cannot be reached.", { cause, retryAfter: 1 });
}
