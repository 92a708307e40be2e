import type { SessionMemory, SuggestionCard } from "@live-copilot/shared";
import {
  answerAgain,
  type CopilotDeps,
  staleCards,
  type UnwrittenCard,
  unwrittenAgain,
} from "@live-copilot/shared/copilot";
import type { CardWriters } from "./card-writers.ts";

interface RefreshDeps {
  readonly copilot: CopilotDeps;
  readonly writers: CardWriters;
  readonly timing: { readonly leaseMs: number };
}

/** Answers cards again whose context changed, and has those written whose writer is gone. */
export async function refreshCards(deps: RefreshDeps, memory: SessionMemory): Promise<void> {
  const { copilot, writers } = deps;
  const { sessionId } = memory.state;
  const unwritten: UnwrittenCard[] = [];
  const stale = staleCards(copilot, memory);
  for (const card of stale) {
    const answered = await answerAgain(copilot, memory, card);
    writers.abort(sessionId, card.id);
    const [appended] = await copilot.log.append(sessionId, [answered.fact]);
    // Answered in this context before: whoever did that has it written.
    if (answered.unwritten && !appended?.duplicate) unwritten.push(answered.unwritten);
  }
  const orphans = unfinished(memory).filter((card) => !stale.includes(card) && isOrphan(deps, memory, card));
  for (const card of orphans) {
    const again = await unwrittenAgain(copilot, memory, card);
    if (again) unwritten.push(again);
  }
  if (unwritten.length > 0) void writers.write(sessionId, unwritten);
}

/** When to look after cards that are being written, epoch ms. */
export function writingUntil(deps: RefreshDeps, memory: SessionMemory): readonly number[] {
  const soonest = deps.copilot.now() + deps.timing.leaseMs;
  return unfinished(memory).map((card) => Math.max(overdueAt(deps, card), soonest));
}

function unfinished({ state }: SessionMemory): readonly SuggestionCard[] {
  return state.cards.filter(({ status, supersededBy }) => status === "sources" && supersededBy === undefined);
}

/** Whether nobody writes the card: its turn is done, and whoever wrote it would have been ready by now. */
function isOrphan(deps: RefreshDeps, { state, turns }: SessionMemory, card: SuggestionCard): boolean {
  const ofOpenTurn = [...turns.open.keys()].some((turnSeq) =>
    card.id.startsWith(`${state.sessionId}:${turnSeq}:`),
  );
  if (ofOpenTurn || deps.writers.isWriting(state.sessionId, card.id)) return false;
  return overdueAt(deps, card) <= deps.copilot.now();
}

function overdueAt({ copilot, timing }: RefreshDeps, card: SuggestionCard): number {
  return Date.parse(card.updatedAt) + copilot.advisorDeadlineMs + timing.leaseMs;
}
