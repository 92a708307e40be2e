import { readFile, rm, writeFile } from "node:fs/promises";

/** What a client's project has: nothing of the server may stand in the router's type beside these. */
const CLIENT_SIDE = ["@trpc/server", "@trpc/server/unstable-core-do-not-import", "@live-copilot/shared"];
const DECLARATIONS = new URL("dist/declarations/", import.meta.url);
const TARGET = new URL("dist/router.d.ts", import.meta.url);

/**
 * Writes `dist/router.d.ts`: the router's type as one file that reaches no file of the server, so that a program
 * with any other compiler settings can read it. The server's context is no client's business and becomes `object`.
 */
async function emitRouterTypes(): Promise<void> {
  const emitted = await readFile(new URL("trpc/app-router.d.ts", DECLARATIONS), "utf8");
  const types = emitted.replaceAll('import("./context.ts").ApiContext', "object");
  const imported = [...types.matchAll(/(?:import\(|from )"([^"]+)"/g)].map(([, name = ""]) => name);
  const foreign = [...new Set(imported)].filter((name) => !CLIENT_SIDE.includes(name));
  if (foreign.length > 0) {
    throw new Error(
      `The router's type reaches into the server: ${foreign.join(", ")}. Give outputs types of their own.`,
    );
  }
  await writeFile(TARGET, types);
  await rm(DECLARATIONS, { recursive: true });
}

await emitRouterTypes();
