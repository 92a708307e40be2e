import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { relay } from "./relay.ts";

/** The durable reference: one insert before the send. The argument is SQLite's `synchronous`: NORMAL or FULL. */
const synchronous = process.argv[2] === "FULL" ? "FULL" : "NORMAL";
const folder = mkdtempSync(join(tmpdir(), "live-copilot-reference-"));
const db = new DatabaseSync(join(folder, "events.sqlite"));
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous};
  CREATE TABLE events (id INTEGER PRIMARY KEY, session TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL)`);
const insert = db.prepare("INSERT INTO events (session, at, data) VALUES (?, ?, ?)");

await relay(
  (event) => void insert.run(event.sessionId, Date.now(), JSON.stringify(event)),
  () => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
