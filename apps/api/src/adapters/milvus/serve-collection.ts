import { readRetiredAlias, retiredAlias } from "./collection-names.ts";
import { LOOK_MS, type MilvusConnection } from "./connect.ts";
import { findServed, listOurs } from "./find-served.ts";
import { accepted } from "./milvus-error.ts";

/**
 * Points the alias at a collection that holds everything, in one step. Servers that search another collection go on
 * with it: they search by a collection's own name, so that none is handed rows of another schema or model. Rejects
 * with UNAVAILABLE.
 */
export async function serveCollection(
  connection: MilvusConnection,
  alias: string,
  name: string,
): Promise<void> {
  const served = await findServed(connection, alias);
  if (served?.name === name) return;
  const names = { collection_name: name, alias };
  await connection
    .ask(
      async (client) => accepted(await (served ? client.alterAlias(names) : client.createAlias(names))),
      LOOK_MS,
    )
    .catch(async (error: unknown) => {
      if ((await findServed(connection, alias))?.name !== name) throw error;
    });
}

export interface RetiringOptions {
  readonly alias: string;
  /** The collection that this server searches. */
  readonly own: string;
  readonly nowSeconds: number;
  /** How long a collection stays after the alias left it: servers with older settings may still search it. */
  readonly keepSeconds: number;
}

/**
 * Marks our collections that are served no more, each by an alias that tells since when, and drops those whose time
 * is over. Rejects with UNAVAILABLE.
 */
export async function retireCollections(
  connection: MilvusConnection,
  options: RetiringOptions,
): Promise<void> {
  const { alias, own, nowSeconds, keepSeconds } = options;
  const served = await findServed(connection, alias);
  for (const { name } of await listOurs(connection, alias)) {
    const marks = await marksOf(connection, alias, name);
    const since = marks.map((mark) => readRetiredAlias(alias, mark) ?? nowSeconds);
    if (name === served?.name || name === own) {
      for (const mark of marks) await dropAlias(connection, mark);
    } else if (marks.length === 0) {
      const mark = retiredAlias(alias, nowSeconds);
      await connection
        .ask(
          async (client) => accepted(await client.createAlias({ collection_name: name, alias: mark })),
          LOOK_MS,
        )
        .catch(async (error: unknown) => {
          if ((await marksOf(connection, alias, name)).length === 0) throw error;
        });
    } else if (Math.min(...since) + keepSeconds <= nowSeconds) {
      for (const mark of marks) await dropAlias(connection, mark);
      await connection.ask(
        async (client) => accepted(await client.dropCollection({ collection_name: name })),
        LOOK_MS,
      );
    }
  }
}

async function marksOf(
  connection: MilvusConnection,
  alias: string,
  name: string,
): Promise<readonly string[]> {
  const { aliases } = await connection.ask(
    async (client) => accepted(await client.listAliases({ collection_name: name })),
    LOOK_MS,
  );
  return aliases.filter((each) => readRetiredAlias(alias, each) !== null);
}

async function dropAlias(connection: MilvusConnection, alias: string): Promise<void> {
  await connection.ask(async (client) => accepted(await client.dropAlias({ alias })), LOOK_MS);
}
