import OpenAI from "openai";
import type { OpenAiOptions } from "./options.ts";

/** A request to embed may take this long; a suggestion has its caller's deadline. */
const TIMEOUT_MS = 30_000;

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
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    logLevel: "off",
  });
}
