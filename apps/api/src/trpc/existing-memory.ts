import { CopilotError, type SessionMemory } from "@live-copilot/shared";
import type { SessionMemories } from "../sessions/session-memories.ts";

/** The memory of a session that has events. Throws CopilotError SESSION_NOT_FOUND. */
export async function existingMemory(
  deps: { readonly memories: SessionMemories },
  sessionId: string,
): Promise<SessionMemory> {
  const memory = await deps.memories.recall(sessionId);
  if (memory.state.seq === 0) {
    throw new CopilotError("SESSION_NOT_FOUND", "There is no such session, or it is past its retention.");
  }
  return memory;
}
