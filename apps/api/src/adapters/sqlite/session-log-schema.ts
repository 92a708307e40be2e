import type { DatabaseSync } from "node:sqlite";

/** Raised with every change of the tables. */
const VERSION = 1;

/** Marks a file as a session log ("LCsl"), so that another database is not written into. */
const APPLICATION_ID = 0x4c43736c;

/** The time of a session's last event, in a statement over `sessions`. */
export const LAST_AT = "(SELECT at FROM events WHERE session = sessions.id ORDER BY seq DESC LIMIT 1)";

/*
 * Events hang on a session's number rather than its id: rows stay small, and a session that is swept is gone with
 * its one row, while its events are deleted in steps (`removed`). Numbers are not used again.
 *
 * An append should touch two pages, its events' and their keys', whatever the number of sessions: each page costs
 * a write to the log and later one to the file. So a session's row does not say its head or when it was last heard
 * of (its last event does); `seen_at` follows that a little behind, for the searches by age; and what is due
 * stands in a table that is as small as there is work.
 */
const TABLES = `
  CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id TEXT NOT NULL UNIQUE CHECK (session_id <> ''),
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('live', 'ended')),
    ended_at INTEGER,
    summary TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sessions_started ON sessions (started_at);
  CREATE INDEX sessions_listed ON sessions (status, started_at);
  CREATE INDEX sessions_seen ON sessions (status, seen_at);
  CREATE TABLE due (
    session INTEGER PRIMARY KEY,
    due_at INTEGER NOT NULL,
    due_seq INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX due_times ON due (due_at);
  CREATE TABLE events (
    session INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    data TEXT NOT NULL,
    PRIMARY KEY (session, seq),
    UNIQUE (session, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE removed (session INTEGER PRIMARY KEY) STRICT;
`;

/**
 * Makes the tables in a new file, or checks those that are there. Throws with a message for the operator when the
 * file is no session log or was written by a newer version.
 */
export function prepareSessionLog(db: DatabaseSync, file: string): void {
  const application = pragma(db, "application_id");
  const version = pragma(db, "user_version");
  if (application === 0 && version === 0 && isEmpty(db)) {
    createTables(db);
    return;
  }
  if (application !== APPLICATION_ID) {
    throw new Error(`${file} is a database of something else. Choose another directory for DATA_DIR.`);
  }
  if (version > VERSION) {
    throw new Error(
      `${file} was written by a newer version (schema ${version}, this program knows ${VERSION}). ` +
        "Start the newer version again, or choose another directory for DATA_DIR.",
    );
  }
}

function createTables(db: DatabaseSync): void {
  db.exec(
    `BEGIN IMMEDIATE; ${TABLES} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${VERSION}; COMMIT;`,
  );
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
}

function pragma(db: DatabaseSync, name: "application_id" | "user_version"): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}
