import { CopilotError } from "@live-copilot/shared";
import { type Env, SettingsError } from "./env.ts";

/** What the operator reads when the server cannot start: what is wrong and what to do; a stack for our own faults only. */
export function startError(
  error: unknown,
  env: Pick<Env, "HOST" | "PORT" | "DATA_DIR" | "MONGODB_URI"> | undefined,
): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SettingsError) return error.message;
  const { HOST, PORT, DATA_DIR } = env ?? {};
  if (error instanceof CopilotError) {
    if (error.reason !== "UNAVAILABLE") return error.message;
    if (env?.MONGODB_URI === undefined) return `DATA_DIR ${DATA_DIR} cannot be used: ${error.message}.`;
    const why = error.cause instanceof Error ? error.cause.message : error.message;
    return `The database that MONGODB_URI names cannot be used: ${why}. Start it, or correct MONGODB_URI.`;
  }
  const code = "code" in error ? error.code : undefined;
  const isListening = "syscall" in error && /^(?:listen|bind|getaddrinfo)$/.test(String(error.syscall));
  if (code === "EADDRINUSE") return `Port ${PORT} of ${HOST} is taken: stop what listens there, or set PORT.`;
  if (isListening)
    return `The server cannot listen on ${HOST}, port ${PORT}: ${error.message}. Set HOST or PORT.`;
  if (typeof code === "string" && DATA_DIR) {
    return `DATA_DIR ${DATA_DIR} cannot be used: ${error.message}. Set it to a directory that the server may write.`;
  }
  return error.stack ?? error.message;
}
