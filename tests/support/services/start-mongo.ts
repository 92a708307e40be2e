import { MongoClient } from "mongodb";
import { freePort } from "./free-port.ts";
import { freshName } from "./fresh-name.ts";
import { FERRETDB, needFile } from "./installed.ts";
import { givenService, type Service } from "./service.ts";
import { startPostgres } from "./start-postgres.ts";
import { type Program, startProgram } from "./start-program.ts";

/** How suites use a MongoDB: each in a database of its own. */
export interface MongoAddress {
  /** `mongodb://…` */
  readonly uri: string;
  /** The URI with a new database's name at each call; the database begins to exist with what is written to it. */
  database(): string;
}

export interface MongoService extends MongoAddress, Service {}

export function mongoAddress(uri: string): MongoAddress {
  return { uri, database: () => withDatabase(uri, freshName()) };
}

/**
 * Starts FerretDB on a free port over a PostgreSQL of its own; where MONGODB_URI is set, gives that server.
 * Stopping ends both without farewell. Throws ServiceMissingError.
 */
export async function startMongo(): Promise<MongoService> {
  const given = process.env["MONGODB_URI"];
  if (given) return { ...mongoAddress(given), ...givenService("MONGODB_URI") };
  const program = needFile(FERRETDB, "FerretDB");
  const postgres = await startPostgres();
  const port = await freePort();
  const uri = `mongodb://127.0.0.1:${port}/`;
  let server: Program | undefined;
  const startFerret = async () => {
    const ready = () => answersPing(uri);
    const args = [`127.0.0.1:${port}`, postgres.url];
    server = await startProgram(program, args, { folder: postgres.folder, ready });
  };
  const stop = async () => {
    await server?.end("SIGKILL");
    await postgres.stop();
  };
  await startFerret();
  return {
    ...mongoAddress(uri),
    canStop: true,
    stop,
    async start() {
      await postgres.start();
      await startFerret();
    },
    async [Symbol.asyncDispose]() {
      // It would wait three seconds for clients that are still connected.
      await server?.end("SIGKILL");
      await postgres[Symbol.asyncDispose]();
    },
  };
}

async function answersPing(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 250 });
  try {
    await client.db("admin").command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/** Puts a database's name into a connection string, which may name several hosts and so is no URL. */
function withDatabase(uri: string, database: string): string {
  const [, hosts = "", named = "", query = ""] = /^([^/]+\/\/[^/?]+)\/?([^?]*)\??(.*)$/.exec(uri) ?? [];
  const options = new URLSearchParams(query);
  // Without it, a user would be looked for in the database that the URI names.
  if (hosts.includes("@") && !options.has("authSource")) options.set("authSource", named || "admin");
  return `${hosts}/${database}${options.size > 0 ? `?${options}` : ""}`;
}
