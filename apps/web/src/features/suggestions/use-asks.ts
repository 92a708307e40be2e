import type { SuggestionCard } from "@live-copilot/shared";
import { useState } from "react";
import { failureWords } from "../../components/text/failure.ts";
import { useApi } from "../../trpc.ts";

/** A question on its way: until its card is here, or with what went wrong. */
export interface Ask {
  readonly requestId: string;
  readonly question: string;
  readonly cardId?: string;
  readonly error?: string;
}

/** `crypto.randomUUID` is there on secure origins only; the id has to be new, not secret. */
function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** The agent's own questions that have no card yet. Sending one again keeps its id, so it is answered once. */
export function useAsks(sessionId: string, cards: readonly SuggestionCard[]) {
  const { client } = useApi();
  const [asks, setAsks] = useState<readonly Ask[]>([]);
  const put = (ask: Ask) =>
    setAsks((before) => [...before.filter(({ requestId }) => requestId !== ask.requestId), ask]);
  const send = async ({ requestId, question }: Ask) => {
    put({ requestId, question });
    try {
      const { cardId } = await client.copilot.ask.mutate({ sessionId, question, requestId });
      put({ requestId, question, cardId });
    } catch (error) {
      put({ requestId, question, error: failureWords(error) });
    }
  };
  return {
    asks: asks.filter(({ cardId }) => !cards.some(({ id }) => id === cardId)),
    ask: (question: string) => void send({ requestId: newId(), question }),
    again: (requestId: string) => {
      const ask = asks.find((one) => one.requestId === requestId);
      if (ask) void send(ask);
    },
    forget: (requestId: string) => setAsks((before) => before.filter((one) => one.requestId !== requestId)),
  };
}
