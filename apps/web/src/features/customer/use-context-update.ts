import type { ContextValues } from "@live-copilot/shared";
import { useMutation } from "@tanstack/react-query";
import { failureWords } from "../../components/text/failure.ts";
import { useToast } from "../../components/ui/toast.tsx";
import { useApi } from "../../trpc.ts";

/** Changes what the answers are looked up for. Null takes the agent's own value back. */
export function useContextUpdate(sessionId: string): (values: ContextValues) => void {
  const { client } = useApi();
  const say = useToast();
  const { mutate } = useMutation({
    mutationFn: (values: ContextValues) => client.session.updateContext.mutate({ sessionId, ...values }),
    onError: (error) => say(failureWords(error)),
  });
  return mutate;
}
