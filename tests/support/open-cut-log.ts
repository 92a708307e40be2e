import { createMemorySignals } from "@live-copilot/api/adapters/memory/signals.ts";
import { connectMongo, type MongoConnection } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoSessionLog } from "@live-copilot/api/adapters/mongo/session-log.ts";
import type { SessionLog } from "@live-copilot/shared/copilot";
import { beforeEach } from "vitest";
import { type CutProxy, openCutProxy } from "./cut-proxy.ts";

/** A replica's session log on MongoDB, over a cable that can be cut; it hears nothing of other replicas. */
export interface CutLog extends AsyncDisposable {
  readonly log: SessionLog;
  readonly proxy: CutProxy;
  /** The same database, over a connection that cannot be cut. */
  readonly raw: MongoConnection["db"];
}

export interface CutLogOptions {
  readonly clock?: () => number;
  readonly checkMs?: number;
  readonly maxBytes?: number;
  /** Told of errors beside the calls; absent: nobody is. */
  readonly failed?: () => void;
}

/** The command in which an append travels. */
export const INSERT = /insert\0.{4}appends/s;

const LOCAL = /\/\/(?:[^@/]*@)?127\.0\.0\.1:(\d+)/;

/** Skips the tests of a suite, with the reason, where the server cannot be reached over a cable of ours. */
export function needsCable({ uri }: { readonly uri: string }): void {
  beforeEach(({ skip }) => skip(!LOCAL.test(uri), "a cable that can be cut needs one server on loopback"));
}

/** Opens the log of a database. */
export async function openCutLog(uri: string, options: CutLogOptions = {}): Promise<CutLog> {
  const { checkMs = 100, failed = () => undefined, ...rest } = options;
  await using opening = new AsyncDisposableStack();
  const port = LOCAL.exec(uri)?.[1] ?? "";
  const proxy = opening.use(await openCutProxy({ port: Number(port) }));
  const { db } = opening.use(await connectMongo(uri.replace(`:${port}`, `:${proxy.port}`)));
  const { db: raw } = opening.use(await connectMongo(uri));
  const log = await openMongoSessionLog({ db, signals: createMemorySignals(), checkMs, failed, ...rest });
  opening.defer(() => log.close());
  const closing = opening.move();
  return { log, proxy, raw, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
