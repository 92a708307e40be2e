import { CopilotError } from "@live-copilot/shared";

/** Ends a command with a message for the user and exit code 1. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Runs a command. What is wrong with the input is shown line by line, without a stack; exit code 1. */
export async function runCli(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof CopilotError) {
    const fields = error.fields.map(({ field, expected }) => `${field}: ${expected}`);
    const cause = error.reason === "UNAVAILABLE" && error.cause instanceof Error ? [error.cause.message] : [];
    return [...fields, error.message, ...cause].join("\n");
  }
  if (error instanceof Refusal || isUsageError(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** An option that the command does not know, as node:util's parseArgs reports it. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
