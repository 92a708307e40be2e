import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ModelStatus } from "@live-copilot/shared";
import {
  type Advisor,
  isCurrent,
  type Qualification,
  qualificationSchema,
  qualifyModel,
} from "@live-copilot/shared/copilot";
import type { Env } from "../env.ts";

/** Where the check's result is kept, so that the next start does not ask again. */
export const QUALIFICATION_FILE = "model-check.json";

interface Kept {
  readonly advisor?: Advisor | undefined;
  readonly decides: Env["OPENAI_DECIDES"];
  readonly file: string;
}

interface Around {
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
  /** How long it waits where the model is away, milliseconds. */
  readonly againMs?: number;
}

const AGAIN_MS = 60_000;

/**
 * Knows whether the model may decide: by the setting, else by a result of an earlier start for the same model and
 * cases, else by playing the built-in cases to it in the background. Until that is over it does not decide.
 */
export function keepQualification(
  { advisor, decides, file }: Kept,
  { now, failed, againMs = AGAIN_MS }: Around,
) {
  if (!advisor) return { status: () => null, stop: () => Promise.resolve() };
  const { engine } = advisor;
  if (decides !== "auto")
    return {
      status: (): ModelStatus => ({ engine, decides: decides === "1", check: "set" }),
      stop: () => Promise.resolve(),
    };
  let found: Qualification | undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  const check = async () => {
    found = await stored(file, advisor);
    while (!found && !signal.aborted) {
      found = await qualifyModel(advisor, now, signal).catch(() => undefined);
      if (found) await keep(file, found).catch(failed);
      else await sleep(againMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = check().catch(failed);
  return {
    status: (): ModelStatus =>
      found
        ? {
            engine,
            decides: found.mayDecide,
            check: found.mayDecide ? "passed" : "failed",
            right: found.right,
            of: found.of,
          }
        : { engine, decides: false, check: "running" },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** The result of an earlier start, where it is of this model and of these cases. */
async function stored(file: string, advisor: Advisor): Promise<Qualification | undefined> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return undefined;
  const read = qualificationSchema.safeParse(parsed(text));
  return read.success && isCurrent(read.data, advisor) ? read.data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function keep(file: string, found: Qualification): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(found, null, 1));
}
