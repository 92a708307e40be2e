import type { NewFact, SessionMemory, SuggestionCard } from "@live-copilot/shared";
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

/** Cards that could not be answered are tried again so often, the last ones of a session, for as long as it matters. */
const FAILED_AGAIN_MS = 5_000;
const FAILED_LAST = 3;
const FAILED_FOR_MS = 10 * 60_000;

/**
 * Answers cards again whose context changed or which failed because the policies could not be searched, and has those
 * written whose writer is gone.
 */
export async function refreshCards(deps: RefreshDeps, memory: SessionMemory): Promise<void> {
  const stale = staleCards(deps.copilot, memory);
  const unwritten = [
    ...(await answerStale(deps, memory, stale)),
    ...(await answerFailed(deps, memory)),
    ...(await takeUpOrphans(deps, memory, stale)),
  ];
  deps.writers.write(memory.state.sessionId, unwritten);
}

async function answerStale(
  { copilot, writers }: RefreshDeps,
  memory: SessionMemory,
  stale: readonly SuggestionCard[],
): Promise<readonly UnwrittenCard[]> {
  const { sessionId } = memory.state;
  const unwritten: UnwrittenCard[] = [];
  for (const card of stale) {
    const answered = await answerAgain(copilot, memory, card);
    writers.abort(sessionId, card.id);
    unwritten.push(...(await store(copilot, sessionId, answered)));
  }
  return unwritten;
}

async function answerFailed(
  { copilot }: RefreshDeps,
  memory: SessionMemory,
): Promise<readonly UnwrittenCard[]> {
  const unwritten: UnwrittenCard[] = [];
  for (const card of failed(copilot, memory)) {
    const answered = await answerAgain(copilot, memory, card);
    // Still away, then also for the others.
    if (answered.fact.kind === "card" && answered.fact.data.status === "failed") break;
    unwritten.push(...(await store(copilot, memory.state.sessionId, answered)));
  }
  return unwritten;
}

async function takeUpOrphans(
  deps: RefreshDeps,
  memory: SessionMemory,
  stale: readonly SuggestionCard[],
): Promise<readonly UnwrittenCard[]> {
  const { copilot, writers } = deps;
  const { sessionId } = memory.state;
  const isOrphan = (card: SuggestionCard) =>
    !stale.includes(card) && !writers.isWriting(sessionId, card.id) && overdueAt(deps, card) <= copilot.now();
  const unwritten: UnwrittenCard[] = [];
  for (const card of unfinished(memory).filter(isOrphan)) {
    const again = await unwrittenAgain(copilot, memory, card);
    if (again) unwritten.push(...(await store(copilot, sessionId, again)));
  }
  return unwritten;
}

/** Puts a card on the log; what is then to be written here. Where it is there already, whoever put it has it written. */
async function store(
  { log }: CopilotDeps,
  sessionId: string,
  { fact, unwritten }: { readonly fact: NewFact; readonly unwritten?: UnwrittenCard },
): Promise<readonly UnwrittenCard[]> {
  const [stored] = await log.append(sessionId, [fact]);
  return unwritten && !stored?.duplicate ? [unwritten] : [];
}

/** When to look after cards that are being written, or that wait for the policies, epoch ms. */
export function unfinishedCardsUntil(deps: RefreshDeps, memory: SessionMemory): readonly number[] {
  const now = deps.copilot.now();
  const soonest = now + Math.min(deps.timing.leaseMs, WRITER_GRACE_MS);
  const writing = unfinished(memory).map((card) => Math.max(overdueAt(deps, card), soonest));
  return failed(deps.copilot, memory).length > 0 ? [...writing, now + FAILED_AGAIN_MS] : writing;
}

function failed({ now }: CopilotDeps, { state }: SessionMemory): readonly SuggestionCard[] {
  const since = now() - FAILED_FOR_MS;
  const waiting = ({ status, supersededBy, createdAt }: SuggestionCard) =>
    status === "failed" && supersededBy === undefined && Date.parse(createdAt) >= since;
  return state.cards.filter(waiting).slice(-FAILED_LAST);
}

function unfinished({ state }: SessionMemory): readonly SuggestionCard[] {
  return state.cards.filter(({ status, supersededBy }) => status === "sources" && supersededBy === undefined);
}

function overdueAt({ copilot }: RefreshDeps, card: SuggestionCard): number {
  return Date.parse(card.updatedAt) + copilot.advisorDeadlineMs + WRITER_GRACE_MS;
}
