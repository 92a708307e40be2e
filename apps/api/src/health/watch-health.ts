import { repeat, within } from "@live-copilot/shared/copilot";
import type { Check, Health, Outside, Part } from "./health.ts";

export interface HealthOptions {
  /** How to ask each part that can be away. */
  readonly checks: Readonly<Partial<Record<Part, Check>>>;
  readonly outside?: Readonly<Partial<Record<Outside, Check>>>;
  /** Milliseconds between two looks at one part. */
  readonly everyMs?: number;
  /** Told after every look, for the metrics. */
  readonly seen?: (part: Part, up: boolean) => void;
}

const EVERY_MS = 2_000;
const ANSWER_MS = 1_500;
/** So many looks in a row that fail make a part away; one that succeeds brings it back. */
const FAILURES = 2;
/** Looks after which a check that never ended is asked anew. */
const LOST_AFTER = 5;
const ORDER: readonly Part[] = ["model", "policies", "customers", "feed"];

/**
 * Looks at each part again and again, without keeping the process alive. A single failure is not told: an agent's page
 * should not blink.
 */
export function watchHealth({ checks, outside = {}, everyMs = EVERY_MS, seen }: HealthOptions): Health {
  const away = new Set<Part>();
  const listeners = new Set<() => void>();
  const parts = ORDER.filter((part) => checks[part] !== undefined);
  let isStopped = false;

  function tell(part: Part, isAway: boolean): void {
    if (away.has(part) === isAway) return;
    if (isAway) away.add(part);
    else away.delete(part);
    for (const listener of listeners) listener();
  }

  function watch(part: Part, check: Check): () => Promise<void> {
    const isUp = asker(check, Math.min(ANSWER_MS, everyMs));
    let failures = 0;
    const look = async () => {
      const up = await isUp();
      if (isStopped) return;
      failures = up ? 0 : failures + 1;
      seen?.(part, up);
      if (up || failures >= FAILURES) tell(part, !up);
    };
    return repeat(everyMs, look, "at once");
  }

  const stops = parts.flatMap((part) => {
    const check = checks[part];
    return check ? watch(part, check) : [];
  });
  return {
    degraded: () => ORDER.filter((part) => away.has(part)),
    canChange: parts.length > 0,
    onChange(onChange) {
      const listener = () => onChange();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    outside,
    stop() {
      isStopped = true;
      for (const stop of stops) void stop();
    },
  };
}

/**
 * Asks a check, which counts as failed when it takes longer. One that still runs is waited for again rather than asked
 * a second time beside itself; after a while it is taken for lost.
 */
function asker(check: Check, withinMs: number): () => Promise<boolean> {
  let asked: { readonly answer: Promise<boolean>; looks: number } | undefined;
  return async () => {
    if (asked && asked.looks >= LOST_AFTER) asked = undefined;
    asked ??= { answer: answers(check), looks: 0 };
    asked.looks++;
    const mine = asked;
    try {
      const up = await within(withinMs, mine.answer);
      if (asked === mine) asked = undefined;
      return up;
    } catch {
      return false;
    }
  };
}

async function answers(check: Check): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}
