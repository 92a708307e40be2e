import type { Db } from "mongodb";

/** Whether the server is FerretDB, which takes MongoDB's commands and does not keep all that MongoDB promises of them. */
export async function isFerretDb(db: Db): Promise<boolean> {
  return "ferretdbVersion" in (await db.admin().command({ buildInfo: 1 }));
}
