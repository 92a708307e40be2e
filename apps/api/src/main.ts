import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { buildApp } from "./app.ts";
import { openDeps } from "./deps.ts";
import { type Env, readEnv } from "./env.ts";
import { failureLog } from "./failure-log.ts";
import { startError } from "./start-error.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Starts the server; resolves when it listens. What it opened is closed again when it cannot. */
async function start(env: Env): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const logger = pino({ level: env.LOG_LEVEL });
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const deps = await openDeps(env, {
    samplesFolder: join(ROOT, "samples"),
    version,
    failed: failureLog(logger),
  });
  opened.use(deps);
  const app = await buildApp(deps, {
    hosts: { host: env.HOST, allowedHosts: env.ALLOWED_HOSTS },
    webhookKeys: env.WEBHOOK_KEYS,
    webhookMaxPerSecond: env.WEBHOOK_MAX_PER_SECOND,
    pageFolder: join(ROOT, "apps/web/dist"),
    callsFolder: join(ROOT, "samples/calls"),
    logger,
  });
  opened.defer(() => app.close());
  const address = await app.listen({ host: env.HOST, port: env.PORT });
  process.stdout.write(`Live Copilot is at ${address}\n`);
  const running = opened.move();
  const stop = () => void running.disposeAsync();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

let env: Env | undefined;
try {
  env = readEnv(process.env);
  await start(env);
} catch (error) {
  process.stderr.write(`${startError(error, env)}\n`);
  process.exitCode = 1;
}
