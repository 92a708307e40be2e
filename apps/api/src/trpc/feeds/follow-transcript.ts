import type { TranscriptSegment } from "@live-copilot/shared";
import { followSession } from "@live-copilot/shared/copilot";
import { tracked } from "@trpc/server";
import type { WebSocket } from "ws";
import type { ApiDeps } from "../../deps.ts";
import { asTrpcError } from "../errors.ts";
import { drained } from "../with-socket.ts";
import { draftBox } from "./draft-box.ts";

export interface FollowInput {
  readonly sessionId: string;
  readonly lastEventId?: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * The transcript's feed. A draft is tracked with the id of the last event that this subscriber was sent, so that
 * resuming after it misses nothing.
 */
export async function* followTranscript(
  deps: Pick<ApiDeps, "log" | "signals" | "metrics">,
  socket: WebSocket | null,
  { sessionId, lastEventId = "0", signal }: FollowInput,
) {
  const drafts = draftBox(deps.signals, sessionId, "transcript");
  let sent = Number(lastEventId);
  const follow = { sessionId, after: sent, kinds: ["segment"], signal, alsoWakeOn: drafts.wakeOn } as const;
  using _counted = deps.metrics.subscriber("transcript");
  try {
    for await (const page of followSession(deps.log, follow)) {
      for (const event of page) {
        if (event.kind !== "segment") continue;
        if (!(await drained(socket, signal))) return;
        sent = event.seq;
        drafts.drop(event.data.segmentId);
        const segment: TranscriptSegment = { sessionId, ...event.data, final: true };
        yield tracked(String(sent), segment);
      }
      for (const { segment } of drafts.take()) {
        if (!(await drained(socket, signal))) return;
        yield tracked(String(sent), segment);
      }
    }
  } catch (error) {
    throw asTrpcError(error);
  }
}
