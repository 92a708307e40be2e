import { setTimeout as sleep } from "node:timers/promises";
import type { SampleCall } from "./sample-call.ts";

/** One body for the webhook, and when it is sent, milliseconds from the call's start. */
export interface ReplayStep {
  readonly atMs: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ReplayOptions {
  /** 1 is true speed, 10 ten times as fast. Offsets stay those of the call, so that its pauses stay pauses. */
  readonly speed: number;
  readonly post: (body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly signal: AbortSignal;
}

/** What a speech source would send for the call: partials while words are spoken, the final at their end. */
export function replaySteps(call: SampleCall, sessionId: string): readonly ReplayStep[] {
  const steps = call.segments.flatMap(
    ({ segmentId, speaker, beginOffsetMs, endOffsetMs, text, partials }) => {
      const common = { sessionId, ...call.context, speaker, segmentId, beginOffsetMs };
      const drafts = partials.map((partial) => ({
        atMs: partial.atMs,
        body: { ...common, text: partial.text, final: false },
      }));
      return [...drafts, { atMs: endOffsetMs, body: { ...common, endOffsetMs, text } }];
    },
  );
  return steps.sort((a, b) => a.atMs - b.atMs);
}

/** Sends a call's words at the times they were spoken. Resolves at its end, or early when aborted. */
export async function replayCall(call: SampleCall, sessionId: string, options: ReplayOptions): Promise<void> {
  const { speed, post, signal } = options;
  const startedAt = performance.now();
  for (const { atMs, body } of replaySteps(call, sessionId)) {
    const wait = atMs / speed - (performance.now() - startedAt);
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    await post(body);
  }
}
