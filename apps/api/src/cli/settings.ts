import { type Env, readEnv, SettingsError } from "../env.ts";
import { Refusal } from "./run-cli.ts";

/** The server's settings, for a command that works on what the server does. Throws Refusal, with what is wrong. */
export function readSettings(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (error instanceof SettingsError) throw new Refusal(error.message);
    throw error;
  }
}
