import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { buildApp } from "./app.ts";
import { openDeps } from "./deps.ts";
import { readEnv, SettingsError } from "./env.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

async function main(): Promise<void> {
  // From the repository's root, wherever the server was started from: the commands look there too.
  const env = readEnv({ ...process.env, DATA_DIR: process.env["DATA_DIR"] || join(ROOT, ".data") });
  const logger = pino({ level: env.LOG_LEVEL });
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const deps = await openDeps(env, {
    samplesFolder: join(ROOT, "samples"),
    version,
    failed: (error, sessionId) =>
      logger.error({ err: error, sessionId }, "work failed; it will be tried again"),
  });
  const app = await buildApp(deps, {
    hosts: { host: env.HOST, allowedHosts: env.ALLOWED_HOSTS },
    webhookKeys: env.WEBHOOK_KEYS,
    webhookMaxPerSecond: env.WEBHOOK_MAX_PER_SECOND,
    pageFolder: join(ROOT, "apps/web/dist"),
    callsFolder: join(ROOT, "samples/calls"),
    logger,
  });
  const address = await app.listen({ host: env.HOST, port: env.PORT });
  process.stdout.write(`Live Copilot is at ${address}\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.close();
    await deps[Symbol.asyncDispose]();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  const known = error instanceof SettingsError || (error instanceof Error && error.name === "CopilotError");
  process.stderr.write(
    `${known && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
});
