import { resolve } from "node:path";
import { z } from "zod";

const flag = (fallback: boolean) =>
  z
    .enum(["0", "1", "true", "false"])
    .transform((value) => value === "1" || value === "true")
    .default(fallback);
const ms = (fallback: number, least: number) => z.coerce.number().int().min(least).default(fallback);
const list = z
  .string()
  .transform((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);

/** Every setting, read from the environment. Times ending in `_MS` are milliseconds. */
export const envSchema = z.object({
  /** 0: the transcript still flows, `copilot.enable` is refused and the page says so. */
  ENABLE_LIVE_COPILOT: flag(true),
  /** The copilot goes off this long after the last of enable, a final segment, an agent's action. */
  COPILOT_SESSION_TTL_SECONDS: z.coerce.number().int().min(1).default(3600),
  /** Silence after which a customer's turn is over. */
  TURN_PAUSE_MS: ms(700, 0),
  /** A turn is over after this long in any case. */
  TURN_MAX_MS: ms(8000, 1),
  /** A claimed turn without an answer may be claimed again after this long. */
  TURN_LEASE_MS: ms(5000, 100),
  /** A model may take this long; then the rules' answer stands. */
  ADVISOR_DEADLINE_MS: ms(6000, 1),
  /** How often the log is looked at for what no hint told of. */
  LOG_CHECK_MS: ms(1000, 10),
  /** A live session without an event for this long ends by itself. */
  SESSION_IDLE_SECONDS: z.coerce.number().int().min(1).default(1800),
  /** Sessions are deleted this many days after their last event. */
  RETENTION_DAYS: z.coerce.number().positive().default(90),
  /** The address to listen on. Another than loopback needs WEBHOOK_KEYS and ALLOW_OPEN_PAGE=1. */
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Names under which browsers and programs reach this server, comma-separated, beside HOST and loopback. */
  ALLOWED_HOSTS: list.transform((names) => names.map((name) => name.toLowerCase().replace(/\.$/, ""))),
  /** Serve the page on an open HOST although agents do not sign in. */
  ALLOW_OPEN_PAGE: flag(false),
  /** Keys of which a webhook caller must send one (Authorization: Bearer, or X-Api-Key), comma-separated. */
  WEBHOOK_KEYS: list,
  /** Requests a second that one address may send to the webhook. */
  WEBHOOK_MAX_PER_SECOND: z.coerce.number().int().min(1).default(20_000),
  /** Where the embedded stores keep their files; one server at a time. */
  DATA_DIR: z
    .string()
    .min(1)
    .default(".data")
    .transform((path) => resolve(path)),
  /** Load the sample library and customers into a new DATA_DIR. */
  SAMPLE_DATA: flag(true),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = z.infer<typeof envSchema>;

/** The settings are wrong: the message names each and what was expected, and the server does not start. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Reads the settings. Empty values count as absent. Throws SettingsError. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new SettingsError(`These settings are wrong:\n${lines.join("\n")}`);
  }
  refuseOpenHost(parsed.data);
  return parsed.data;
}

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function refuseOpenHost(env: Env): void {
  if (isLoopback(env.HOST)) return;
  if (env.WEBHOOK_KEYS.length === 0) {
    throw new SettingsError(
      `HOST is ${env.HOST}, which others can reach: set WEBHOOK_KEYS, or use HOST=127.0.0.1.`,
    );
  }
  if (!env.ALLOW_OPEN_PAGE) {
    throw new SettingsError(
      `HOST is ${env.HOST}, and agents do not sign in: anyone who reaches it could read calls. Put a proxy that authenticates in front and set ALLOW_OPEN_PAGE=1, or use HOST=127.0.0.1.`,
    );
  }
}
