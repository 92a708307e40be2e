import { createMemorySignals } from "@live-copilot/api/adapters/memory/signals.ts";
import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoSessionLog } from "@live-copilot/api/adapters/mongo/session-log.ts";
import type { Db } from "mongodb";
import { expect } from "vitest";
import { isFerretDb } from "../support/is-ferretdb.ts";
import type { OpenCluster } from "../support/log-cluster.ts";
import { describeWith } from "../support/services/describe-with.ts";
import { describeSessionLog } from "./session-log.contract.ts";

describeWith(["mongo"], "MongoDB", ({ mongo }) => {
  describeSessionLog("one replica", openReplicas(mongo.database, 1));
  describeSessionLog("two replicas that hear nothing of each other", openReplicas(mongo.database, 2));
  describeSessionLog("no memory for what is known", openReplicas(mongo.database, 2, 1));
});

const LOSES_MARKS =
  "FerretDB writes a document back as it was found, over what another replica changed meanwhile";

/** Replicas with a connection each, and signals that reach nobody else: only the log tells them of each other. */
function openReplicas(database: () => string, count: number, maxBytes?: number): OpenCluster {
  return async (clock) => {
    await using opening = new AsyncDisposableStack();
    const uri = database();
    const connect = async () => opening.use(await connectMongo(uri)).db;
    const open = async (db: Db) => {
      const signals = createMemorySignals();
      const failed = (error: unknown) => expect.unreachable(String(error));
      const options = maxBytes === undefined ? {} : { maxBytes };
      const log = await openMongoSessionLog({ db, signals, checkMs: 50, clock, failed, ...options });
      opening.defer(() => log.close());
      opening.defer(() => signals.close());
      return log;
    };
    const db = await connect();
    const first = await open(db);
    const others = await Promise.all(Array.from({ length: count - 1 }, async () => open(await connect())));
    const mayLoseMarks = count > 1 && (await isFerretDb(db)) ? LOSES_MARKS : undefined;
    const closing = opening.move();
    return {
      logs: [first, ...others],
      mayLoseMarks,
      [Symbol.asyncDispose]: () => closing.disposeAsync(),
    };
  };
}
