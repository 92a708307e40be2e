import { execFile, execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chown } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { tempDir } from "../temp-dir.ts";
import { ServiceMissingError } from "./service.ts";
import { type Program, startProgram } from "./start-program.ts";

/** A PostgreSQL cluster of our own, reached through a socket in its folder only. */
export interface Postgres extends AsyncDisposable {
  /** For clients in Go's and libpq's notation. */
  readonly url: string;
  /** Its folder, deleted in the end. */
  readonly folder: string;
  /** Ends it without any farewell; the next start recovers from its log. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";
const SUPERUSER = "ferretdb";
/**
 * An update of FerretDB 1.24 holds one connection while it waits for a second: with its own pool of 50, as many updates
 * at once stop it for good. Each of our processes has up to 50 commands under way, and some suites run several.
 */
const CONNECTIONS = 800;

/** Makes a cluster in a new folder and starts it. Throws ServiceMissingError. */
export async function startPostgres(): Promise<Postgres> {
  const bin = findPrograms();
  const owner = findOwner();
  const dir = await tempDir();
  if (owner) await chown(dir.path, owner.uid, owner.gid);
  const data = join(dir.path, "data");
  const init = ["-D", data, "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(join(bin, "initdb"), init, { ...owner, cwd: dir.path });
  // No TCP: nothing but the file system's rights says who may connect, and no port can be taken.
  const args = [
    "-D",
    data,
    "-k",
    dir.path,
    "-c",
    "listen_addresses=",
    "-c",
    `max_connections=${CONNECTIONS + 20}`,
  ];
  let server: Program | undefined;
  const start = async () => {
    const ready = () => accepts(join(dir.path, ".s.PGSQL.5432"));
    server = await startProgram(join(bin, "postgres"), args, { ...owner, folder: dir.path, ready });
  };
  const stop = async () => server?.end("SIGQUIT");
  await start();
  return {
    url: `postgres://${SUPERUSER}@/postgres?host=${encodeURIComponent(dir.path)}&pool_max_conns=${CONNECTIONS}`,
    folder: dir.path,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await dir[Symbol.asyncDispose]();
    },
  };
}

/** Debian keeps the programs of each version in a folder that is not on the search path; the newest is taken. */
function findPrograms(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, "bin"));
  const onPath = (process.env["PATH"] ?? "").split(":");
  const found = [...newest, ...onPath].find((folder) => existsSync(join(folder, "initdb")));
  if (!found) throw new ServiceMissingError("PostgreSQL");
  return found;
}

/** PostgreSQL refuses to run as root, so root runs it as the user that its package made. */
function findOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  try {
    const id = (kind: string) => Number(execFileSync("id", [kind, "postgres"], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new ServiceMissingError("PostgreSQL's user postgres");
  }
}

/** Whether the server takes connections: asked for encryption, it answers with one letter. */
function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path }, () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("data", () => answer(true));
    socket.once("error", () => answer(false));
    socket.once("end", () => answer(false));
  });
}
