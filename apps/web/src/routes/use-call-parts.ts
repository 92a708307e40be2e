import { useAutoEnable } from "../features/copilot/use-auto-enable.ts";
import { useCopilot } from "../features/copilot/use-copilot.ts";
import { useServerStatus } from "../features/copilot/use-server-status.ts";
import { useCardActions } from "../features/suggestions/use-card-actions.ts";
import { useStage } from "../features/suggestions/use-stage.ts";
import type { OpenCallProps } from "./open-call.tsx";

/** The state of a call's page beside its feed: what is on stage, and whether the copilot is on. */
export function useCallParts({ feed, summary, listed }: Pick<OpenCallProps, "feed" | "summary" | "listed">) {
  const { state } = feed;
  const server = useServerStatus();
  const [stage, change] = useStage(state.cards, state.marks);
  const actions = useCardActions(state.sessionId, change);
  const copilot = useCopilot(state.sessionId, state.copilot);
  useAutoEnable(state, { switched: summary?.copilot, allowed: listed && server?.copilotEnabled === true });
  const reason = server?.copilotEnabled === false ? "The copilot is switched off on this server." : null;
  return { stage, change, actions, copilot, reason };
}

export type CallParts = ReturnType<typeof useCallParts>;
