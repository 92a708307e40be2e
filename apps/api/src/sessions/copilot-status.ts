import type { CopilotStatus, SessionMemory } from "@live-copilot/shared";

/** When the copilot goes off by itself (epoch ms); null while it is off. */
export function copilotExpiry(memory: SessionMemory, ttlSeconds: number): number | null {
  if (!memory.state.copilot.enabled || !memory.activeAt) return null;
  return Date.parse(memory.activeAt) + ttlSeconds * 1000;
}

/** Whether the session is to be worked on now. */
export function isCopilotOn(memory: SessionMemory, ttlSeconds: number, now: number): boolean {
  const expiry = copilotExpiry(memory, ttlSeconds);
  return expiry !== null && expiry > now;
}

/** The status as clients see it, with the time at which it goes off, and with what is away. */
export function shownStatus(
  memory: SessionMemory,
  ttlSeconds: number,
  away: readonly string[],
): CopilotStatus {
  const { enabled } = memory.state.copilot;
  const degraded = [...away];
  const expiry = copilotExpiry(memory, ttlSeconds);
  return expiry === null
    ? { enabled, degraded }
    : { enabled, degraded, expiresAt: new Date(expiry).toISOString() };
}
