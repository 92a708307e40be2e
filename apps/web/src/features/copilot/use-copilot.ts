import type { CopilotStatus } from "@live-copilot/shared";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { failureWords } from "../../components/text/failure.ts";
import { useToast } from "../../components/ui/toast.tsx";
import { useApi } from "../../trpc.ts";

export interface CopilotSwitch {
  readonly enabled: boolean;
  /** ISO 8601: when it goes off by itself, as far as is known. */
  readonly expiresAt: string | undefined;
  readonly pending: boolean;
  readonly toggle: () => void;
}

/** Switches the copilot of one call. What the log says wins over what was clicked. */
export function useCopilot(sessionId: string, status: CopilotStatus): CopilotSwitch {
  const { client } = useApi();
  const say = useToast();
  const [expiresAt, setExpiresAt] = useState<string>();
  const { mutate, isPending } = useMutation({
    mutationFn: async (on: boolean) =>
      on ? client.copilot.enable.mutate({ sessionId }) : client.copilot.disable.mutate({ sessionId }),
    onSuccess: (answer) => setExpiresAt("expiresAt" in answer ? answer.expiresAt : undefined),
    onError: (error) => say(failureWords(error)),
  });
  return {
    enabled: status.enabled,
    expiresAt: status.enabled ? (status.expiresAt ?? expiresAt) : undefined,
    pending: isPending,
    toggle: () => mutate(!status.enabled),
  };
}
