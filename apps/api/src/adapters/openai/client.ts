import OpenAI from "openai";
import { Agent, fetch as fetchKept } from "undici";
import type { OpenAiOptions } from "./options.ts";

/** A request to embed may take this long; a suggestion has its caller's deadline. */
const TIMEOUT_MS = 30_000;
/**
 * A connection is kept open between questions: Node's own fetch lets go after four seconds, and the next question would
 * wait for a handshake. Well under the minute after which servers close theirs.
 */
const KEEP_ALIVE_MS = 45_000;

/**
 * The SDK's client. It logs nothing and repeats nothing: what is logged would hold words of calls, and what is repeated
 * has to fit the caller's deadline. Only our own settings count, not the variables that the SDK knows.
 */
export function createClient({ apiKey, baseUrl }: Pick<OpenAiOptions, "apiKey" | "baseUrl">): OpenAI {
  return new OpenAI({
    // The SDK insists on one; servers that want none do not look.
    apiKey: apiKey ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl ?? "https://api.openai.com/v1",
    fetch: keptFetch(),
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    logLevel: "off",
  });
}

function keptFetch(): typeof fetch {
  const dispatcher = new Agent({ keepAliveTimeout: KEEP_ALIVE_MS });
  const kept = (url: Parameters<typeof fetchKept>[0], init?: Parameters<typeof fetchKept>[1]) =>
    fetchKept(url, { ...init, dispatcher });
  // The same interface: Node's own fetch is an earlier version of this library's.
  return kept as unknown as typeof fetch;
}
