import { resolve } from "node:path";
import { z } from "zod";

const bit = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");
const flag = (fallback: boolean) => bit.default(fallback);
const ms = (fallback: number, least: number) => z.coerce.number().int().min(least).default(fallback);
const url = (...protocols: readonly string[]) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ""), {
    error: `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });
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
  /** Load the sample library and customers into stores that are new: 1, or 0 where MONGODB_URI is set. */
  SAMPLE_DATA: bit.optional(),
  /** MongoDB for sessions, customers and the library: `mongodb://…/<database>`; absent: files in DATA_DIR. */
  MONGODB_URI: z
    .string()
    // One that names the hosts of a replica set is no URL.
    .regex(/^mongodb(?:\+srv)?:\/\/./, "an address that begins with mongodb:// or mongodb+srv://")
    .optional(),
  /** Redis for hints and drafts between replicas: `redis://…` or `rediss://…`; only together with MONGODB_URI. */
  REDIS_URL: url("redis:", "rediss:").optional(),
  /** What the names of Redis channels and keys begin with, where several installations share one Redis. */
  REDIS_PREFIX: z.string().min(1).default("live-copilot"),
  /** Milvus for searching the library: `host:port` or a URL; absent: an index in memory. */
  MILVUS_ADDRESS: z.string().min(1).optional(),
  /** `user:password` or an API key for Milvus. */
  MILVUS_TOKEN: z.string().optional(),
  /** The alias under which the clauses are searched; collections of ours begin with it. */
  MILVUS_COLLECTION: z
    .string()
    .regex(/^[A-Za-z_]\w{0,99}$/, "letters, digits and _ only")
    .default("live_copilot_clauses"),
  /**
   * Whose everyday words the library's own are joined by: `home`, those of home service; `none`, for another business,
   * whose library then says by itself what things there are and what they are called.
   */
  TRADE: z.enum(["home", "none"]).default("home"),
  /** What nearness of meaning counts beside words, 0 to 1, where OPENAI_EMBEDDING_MODEL is set; 0: nothing. */
  DENSE_WEIGHT: z.coerce.number().min(0).max(1).default(0.3),
  /** Turns on the model, together with OPENAI_BASE_URL or by itself. */
  OPENAI_API_KEY: z.string().optional(),
  /** Any server that speaks OpenAI's API (Azure, vLLM, Ollama), with its path: `http://127.0.0.1:11434/v1`. */
  OPENAI_BASE_URL: url("http:", "https:").optional(),
  /** Who writes suggestions. */
  OPENAI_MODEL: z.string().min(1).default("gpt-5-mini"),
  /** Who turns clauses into vectors; absent: the library is searched by words alone. Needs MILVUS_ADDRESS. */
  OPENAI_EMBEDDING_MODEL: z.string().min(1).optional(),
  /**
   * Whether the model's decisions are shown: `auto`, when it answers the built-in check rightly; `1`, always; `0`, never.
   * Where they are not, it writes and the rules decide.
   */
  OPENAI_DECIDES: z.enum(["auto", "0", "1"]).default("auto"),
  /** How long a reasoning model thinks before it writes; absent: low for models known to reason. */
  OPENAI_REASONING_EFFORT: z.enum(["none", "minimal", "low", "medium", "high"]).optional(),
  /** Calls to the model that run at once; more wait, each session in its turn. */
  OPENAI_CONCURRENCY: z.coerce.number().int().min(1).default(16),
  /** US dollars for a million tokens read and written, for the cost on cards and in metrics. */
  OPENAI_PRICE_INPUT: z.coerce.number().min(0).optional(),
  OPENAI_PRICE_OUTPUT: z.coerce.number().min(0).optional(),
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
  refuseHalf(parsed.data);
  return parsed.data;
}

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Refuses settings of which another one is missing. */
function refuseHalf(env: Env): void {
  if (env.REDIS_URL && !env.MONGODB_URI) {
    throw new SettingsError(
      "REDIS_URL is set without MONGODB_URI: replicas share one MongoDB, so set that too, or leave REDIS_URL out.",
    );
  }
  if (env.OPENAI_EMBEDDING_MODEL && !(env.MILVUS_ADDRESS && usesModel(env))) {
    throw new SettingsError(
      "OPENAI_EMBEDDING_MODEL needs MILVUS_ADDRESS to keep the vectors, and OPENAI_API_KEY or OPENAI_BASE_URL.",
    );
  }
}

/** Whether a model writes suggestions. */
export function usesModel(env: Pick<Env, "OPENAI_API_KEY" | "OPENAI_BASE_URL">): boolean {
  return env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;
}

/** Whether new stores are filled with the samples. */
export function wantsSamples(env: Pick<Env, "SAMPLE_DATA" | "MONGODB_URI">): boolean {
  return env.SAMPLE_DATA ?? env.MONGODB_URI === undefined;
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
