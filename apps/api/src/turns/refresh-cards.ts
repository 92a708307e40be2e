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

/** A model's writer ends by its deadline; one that stored nothing so long after it is gone. */
const WRITER_GRACE_MS = 1000;

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
  const orphans = unfinished(memory).filter((card) => !stale.includes(card) && isOrphan(deps, card));
  for (const card of orphans) {
    const again = await unwrittenAgain(copilot, memory, card);
    if (!again) continue;
    const [taken] = await copilot.log.append(sessionId, [again.fact]);
    // Whoever puts the fact there first has it written.
    if (again.unwritten && !taken?.duplicate) unwritten.push(again.unwritten);
  }
  writers.write(sessionId, unwritten);

  function isOrphan(each: RefreshDeps, card: SuggestionCard): boolean {
    return !each.writers.isWriting(sessionId, card.id) && overdueAt(each, card) <= each.copilot.now();
  }
}

/** When to look after cards that are being written, epoch ms. */
export function writingUntil(deps: RefreshDeps, memory: SessionMemory): readonly number[] {
  const soonest = deps.copilot.now() + Math.min(deps.timing.leaseMs, WRITER_GRACE_MS);
  return unfinished(memory).map((card) => Math.max(overdueAt(deps, card), soonest));
}

function unfinished({ state }: SessionMemory): readonly SuggestionCard[] {
  return state.cards.filter(({ status, supersededBy }) => status === "sources" && supersededBy === undefined);
}

function overdueAt({ copilot }: RefreshDeps, card: SuggestionCard): number {
  return Date.parse(card.updatedAt) + copilot.advisorDeadlineMs + WRITER_GRACE_MS;
}
