import type { CustomerDirectory, PolicyLibrary } from "@live-copilot/shared/copilot";
import { connectMongo, type MongoConnection } from "../adapters/mongo/connect.ts";
import { openMongoCustomerDirectory } from "../adapters/mongo/customer-directory.ts";
import { openMongoPolicyLibrary } from "../adapters/mongo/policy-library.ts";
import { openCustomerDirectory } from "../adapters/sqlite/customer-directory.ts";
import { openPolicyLibrary } from "../adapters/sqlite/policy-library.ts";
import { envSchema } from "../env.ts";
import { dataFile } from "./data-file.ts";
import { Refusal } from "./run-cli.ts";

/** A store that a command works on: the one that the server uses with the same settings. */
export interface OpenedStore<T> extends AsyncDisposable {
  readonly store: T;
  /** Where it is, for the user: a file, or a database by its hosts and name, never with a password. */
  readonly place: string;
}

type Db = MongoConnection["db"];

/** The policy library in MONGODB_URI, else in DATA_DIR. Throws Refusal or CopilotError UNAVAILABLE. */
export function openLibrary(): Promise<OpenedStore<PolicyLibrary>> {
  return open("policies.sqlite", openPolicyLibrary, openMongoPolicyLibrary);
}

/** The customers in MONGODB_URI, else in DATA_DIR. Throws Refusal or CopilotError UNAVAILABLE. */
export function openCustomers(): Promise<OpenedStore<CustomerDirectory>> {
  return open("customers.sqlite", openCustomerDirectory, openMongoCustomerDirectory);
}

async function open<T extends object>(
  fileName: string,
  openFile: (path: string) => T & AsyncDisposable,
  openShared: (db: Db) => Promise<T>,
): Promise<OpenedStore<T>> {
  const uri = mongoUri();
  if (uri === undefined) {
    const place = dataFile(fileName);
    const store = openFile(place);
    return { store, place, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
  }
  await using opening = new AsyncDisposableStack();
  const { db } = opening.use(await connectMongo(uri));
  const store = await openShared(db);
  const closing = opening.move();
  return { store, place: placeOf(db), [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

function mongoUri(): string | undefined {
  const given = { MONGODB_URI: process.env["MONGODB_URI"] || undefined };
  const parsed = envSchema.pick({ MONGODB_URI: true }).safeParse(given);
  if (parsed.success) return parsed.data.MONGODB_URI;
  throw new Refusal(parsed.error.issues.map(({ message }) => `MONGODB_URI: expected ${message}`).join("\n"));
}

function placeOf({ client, databaseName }: Db): string {
  return `the database ${databaseName} of MongoDB at ${client.options.hosts.join(", ")}`;
}
