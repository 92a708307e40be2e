import { randomUUID } from "node:crypto";
import {
  type ContextValues,
  CopilotError,
  copilotAskInput,
  copilotDisableInput,
  copilotEnableInput,
  type NewFact,
} from "@live-copilot/shared";
import { maskNumbers } from "@live-copilot/shared/copilot";
import type { z } from "zod";
import { copilotExpiry, isCopilotOn } from "../../sessions/copilot-status.ts";
import { existingMemory } from "../existing-memory.ts";
import { procedure, router } from "../trpc.ts";

export const copilotRouter = router({
  /**
   * Switches the copilot on for a session, also before its first words. Empty values never erase known ones;
   * an empty list of options says that none were bought.
   */
  enable: procedure.input(copilotEnableInput).mutation(async ({ input, ctx: { deps } }) => {
    const { sessionId } = input;
    if (!deps.copilotEnabled) {
      throw new CopilotError(
        "COPILOT_DISABLED",
        "The copilot is switched off on this server (ENABLE_LIVE_COPILOT=0).",
      );
    }
    const id = randomUUID();
    const facts: NewFact[] = [
      { kind: "copilot", key: `copilot:on:${id}`, data: { enabled: true, reason: "agent" } },
    ];
    const values = givenValues(input);
    if (Object.keys(values).length > 0) {
      facts.push({ kind: "context", key: `context:enabled:${id}`, data: { source: "enabled", values } });
    }
    await deps.log.append(sessionId, facts, deps.now());
    deps.turns.look(sessionId);
    const expiry = copilotExpiry(await deps.memories.recall(sessionId), deps.ttlSeconds) ?? deps.now();
    return { sessionId, enabled: true as const, expiresAt: new Date(expiry).toISOString() };
  }),

  /** Switches it off; the transcript goes on. */
  disable: procedure.input(copilotDisableInput).mutation(async ({ input: { sessionId }, ctx: { deps } }) => {
    const { state } = await existingMemory(deps, sessionId);
    if (state.copilot.enabled) {
      const key = `copilot:off:${randomUUID()}`;
      await deps.log.append(sessionId, [{ kind: "copilot", key, data: { enabled: false, reason: "agent" } }]);
    }
    return { sessionId, enabled: false as const };
  }),

  /** Puts the agent's own question to the contract. The same requestId gives the same card. */
  ask: procedure.input(copilotAskInput).mutation(async ({ input, ctx: { deps } }) => {
    const { sessionId, requestId } = input;
    const memory = await existingMemory(deps, sessionId);
    if (!isCopilotOn(memory, deps.ttlSeconds, deps.now())) {
      throw new CopilotError("COPILOT_OFF", "The copilot is off for this session: turn it on to ask.");
    }
    const cardId = `${sessionId}:ask-${requestId}:0`;
    const data = { requestId, cardId, question: maskNumbers(input.question) };
    const ask = { kind: "ask" as const, key: `ask:${requestId}`, data };
    const [stored] = await deps.log.append(sessionId, [ask], deps.now());
    if (stored?.event.kind === "ask" && stored.event.data.question !== data.question) {
      throw new CopilotError("CONFLICT", "Another question was asked under this requestId: use a new one.");
    }
    deps.turns.look(sessionId);
    return { cardId };
  }),
});

function givenValues({
  selectedPlan: plan,
  selectedState: state,
  contractType,
  options,
}: z.infer<typeof copilotEnableInput>): ContextValues {
  return {
    ...(plan ? { plan } : {}),
    ...(state ? { state } : {}),
    ...(contractType ? { contractType } : {}),
    ...(options ? { options } : {}),
  };
}
