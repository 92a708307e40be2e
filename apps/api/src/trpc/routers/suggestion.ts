import { randomUUID } from "node:crypto";
import { CopilotError, suggestionFeedbackInput } from "@live-copilot/shared";
import { maskNumbers } from "@live-copilot/shared/copilot";
import { existingMemory } from "../existing-memory.ts";
import { procedure, router } from "../trpc.ts";

export const suggestionRouter = router({
  /** What the agent did with a card; it comes back to every subscriber as marks. */
  feedback: procedure.input(suggestionFeedbackInput).mutation(async ({ input, ctx: { deps } }) => {
    const { sessionId, cardId, kind, note } = input;
    const { state } = await existingMemory(deps, sessionId);
    if (!state.cards.some(({ id }) => id === cardId)) {
      throw new CopilotError("CARD_NOT_FOUND", "This session has no such card.");
    }
    const data = { cardId, kind, ...(note ? { note: maskNumbers(note) } : {}) };
    const key = kind === "shown" ? `feedback:${cardId}:shown` : `feedback:${randomUUID()}`;
    await deps.log.append(sessionId, [{ kind: "feedback", key, data }]);
    return { sessionId, cardId, kind };
  }),
});
