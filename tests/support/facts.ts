import type { EventOf, NewFact } from "@live-copilot/shared";

/** A customer's final segment; its key and its words follow from `id`. */
export function segmentFact(id: string, text = `words of ${id}`): NewFact & { kind: "segment" } {
  return {
    kind: "segment",
    key: `segment:${id}`,
    data: { segmentId: id, speaker: "CUSTOMER", text, atMs: 0, receivedAt: "2026-03-02T15:00:00.000Z" },
  };
}

export function turnDoneFact(turnSeq: number): NewFact & { kind: "turn-done" } {
  return { kind: "turn-done", key: `turn-done:${turnSeq}`, data: { turnSeq } };
}

export function endFact(): NewFact & { kind: "end" } {
  return { kind: "end", key: "end", data: { reason: "completed" } };
}

/** A card at `ready` with a decision and nothing cited. */
export function readyCardFact(
  id: string,
  decision: EventOf<"card">["data"]["decision"],
): NewFact & { kind: "card" } {
  return {
    kind: "card",
    key: `card:${id}:ready`,
    data: {
      id,
      status: "ready",
      origin: "customer",
      question: { text: `question of ${id}`, segmentIds: [] },
      decision,
      reason: "",
      script: "",
      citations: [],
      nextSteps: [],
      context: { plan: null, state: null, contractType: null },
      engine: "rules",
      timings: {},
      createdAt: "2026-03-02T15:00:00.000Z",
      updatedAt: "2026-03-02T15:00:00.000Z",
    },
  };
}
