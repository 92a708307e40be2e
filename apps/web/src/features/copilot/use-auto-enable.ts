import type { SessionState } from "@live-copilot/shared";
import { useEffect, useRef } from "react";
import { useApi } from "../../trpc.ts";

/**
 * Switches the copilot on when an agent opens a live call on which nobody ever switched it. One that was
 * switched off stays off: `switched` is undefined only as long as the log knows of no switch.
 */
export function useAutoEnable(
  state: SessionState,
  { switched, allowed }: { switched: boolean | undefined; allowed: boolean },
): void {
  const { client } = useApi();
  const tried = useRef(new Set<string>());
  const { sessionId, session, copilot, cards } = state;
  const untouched =
    session?.status === "live" &&
    switched === undefined &&
    !copilot.enabled &&
    copilot.expiresAt === undefined &&
    cards.length === 0;
  useEffect(() => {
    if (!untouched || !allowed || tried.current.has(sessionId)) return;
    tried.current.add(sessionId);
    client.copilot.enable.mutate({ sessionId }).catch(() => {
      // The switch and the note beside it show that it is off.
    });
  }, [client, sessionId, untouched, allowed]);
}
