import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApp } from "@live-copilot/api/app";
import { type ApiDeps, openDeps } from "@live-copilot/api/deps";
import { readEnv } from "@live-copilot/api/env";
import { realSettings } from "./services/real-settings.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A whole server on a free port of loopback, with stores of its own that are gone with it. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  /** Errors that the server met behind its answers. */
  readonly failures: unknown[];
  /** Stops the server and keeps its data, as a restart would find it. */
  stop(): Promise<void>;
}

/** Starts a server; settings that are not given have their defaults, the pause is short. `parts` take others' place. */
export async function startServer(
  settings: Record<string, string> = {},
  keptDataDir?: string,
  parts: (deps: ApiDeps) => Partial<ApiDeps> = () => ({}),
): Promise<TestServer> {
  const dataDir = keptDataDir ?? (await mkdtemp(join(tmpdir(), "live-copilot-")));
  const env = readEnv({
    DATA_DIR: dataDir,
    PORT: "0",
    TURN_PAUSE_MS: "60",
    LOG_LEVEL: "silent",
    ...realSettings(dataDir),
    ...settings,
  });
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const deps = await openDeps(env, { samplesFolder: join(ROOT, "samples"), version: "test", failed });
  const app = await buildApp(
    { ...deps, ...parts(deps) },
    {
      hosts: { host: env.HOST, allowedHosts: env.ALLOWED_HOSTS },
      webhookKeys: env.WEBHOOK_KEYS,
      webhookMaxPerSecond: env.WEBHOOK_MAX_PER_SECOND,
      pageFolder: join(ROOT, "apps/web/dist"),
      callsFolder: join(ROOT, "samples/calls"),
    },
  );
  const url = await app.listen({ host: env.HOST, port: env.PORT });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= app.close().then(() => deps[Symbol.asyncDispose]());
    return stopping;
  };
  return {
    url,
    dataDir,
    failures,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
