import type { FeedbackKind, SuggestionCard } from "@live-copilot/shared";

/** Which answer is in front of the agent, and which wait for their turn. Made from ids only. */
export interface Stage {
  readonly shown: string | null;
  /** New answers that were announced, oldest first. */
  readonly waiting: readonly string[];
  /** What the agent finished with here; marks say the same once the server knows. */
  readonly done: ReadonlySet<string>;
  /** Taken from "Before" on purpose: stays until the agent is done again. */
  readonly picked: string | null;
  readonly known: ReadonlySet<string>;
}

export type Marks = Readonly<Record<string, readonly FeedbackKind[]>>;

export const EMPTY_STAGE: Stage = {
  shown: null,
  waiting: [],
  done: new Set(),
  picked: null,
  known: new Set(),
};

const FINISHED: readonly FeedbackKind[] = ["copied", "used", "dismissed"];

/**
 * Brings the stage up to date with the cards. A new answer takes the stage only when nothing is being read;
 * else it waits. Gives the same object when nothing changes, so that it can be called while rendering.
 */
export function settleStage(stage: Stage, cards: readonly SuggestionCard[], marks: Marks): Stage {
  const fresh = cards.filter(({ id }) => !stage.known.has(id));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const useful = (id: string) => {
    const card = byId.get(id);
    return card !== undefined && card.status !== "withdrawn" && !card.supersededBy;
  };
  const opening = stage.known.size === 0;
  const arrived = fresh.map(({ id }) => id).filter((id) => useful(id) && !isDismissed(id, stage, marks));
  const queue = [...stage.waiting, ...(opening ? openingQueue(arrived, marks) : arrived)];
  const asked = opening ? undefined : fresh.findLast(({ origin }) => origin === "agent")?.id;
  const waiting = queue.filter((id) => useful(id) && id !== asked && id !== stage.shown);
  const busy = isRead(stage, byId, marks);
  const shown = asked ?? (busy ? stage.shown : (waiting.shift() ?? stage.shown));
  const settled = shown === stage.shown && fresh.length === 0 && waiting.length === stage.waiting.length;
  if (settled) return stage;
  const known = fresh.length === 0 ? stage.known : new Set(byId.keys());
  return { ...stage, shown, waiting, known, picked: shown === stage.picked ? stage.picked : null };
}

/**
 * What a page that was just opened begins with: what was being read and what nobody saw yet, as before a reload;
 * only the newest where nothing was ever shown.
 */
function openingQueue(arrived: readonly string[], marks: Marks): readonly string[] {
  const kindsOf = (id: string) => marks[id] ?? [];
  const unseen = arrived.filter((id) => kindsOf(id).length === 0);
  if (unseen.length === arrived.length) return arrived.slice(-1);
  const reading = arrived.findLast(
    (id) => kindsOf(id).length > 0 && !kindsOf(id).some((kind) => FINISHED.includes(kind)),
  );
  const queue = reading === undefined ? unseen : [reading, ...unseen];
  return queue.length > 0 ? queue : arrived.slice(-1);
}

/** True while the agent is taken to be reading what is on stage. */
function isRead(stage: Stage, byId: ReadonlyMap<string, SuggestionCard>, marks: Marks): boolean {
  const card = stage.shown === null ? undefined : byId.get(stage.shown);
  if (!card) return false;
  const kinds = marks[card.id] ?? [];
  if (stage.picked === card.id || kinds.includes("pinned")) return true;
  if (card.status === "withdrawn" || stage.done.has(card.id)) return false;
  return !kinds.some((kind) => FINISHED.includes(kind));
}

function isDismissed(id: string, stage: Stage, marks: Marks): boolean {
  return stage.done.has(id) || (marks[id] ?? []).includes("dismissed");
}

/** The agent is done with the card on stage; the next one that waits takes it when the stage is settled. */
export function finishShown(stage: Stage): Stage {
  if (stage.shown === null) return stage;
  return { ...stage, done: new Set(stage.done).add(stage.shown), picked: null };
}

/** The stage is cleared of the shown card, for the next one or for nothing. */
export function clearShown(stage: Stage): Stage {
  return { ...finishShown(stage), shown: null };
}

/** The agent asks for the next one, also from a card that is kept on stage. */
export function nextCard(stage: Stage): Stage {
  const [next, ...waiting] = stage.waiting;
  return next === undefined ? stage : { ...finishShown(stage), shown: next, waiting };
}

/** The agent picks a card, from the list or from the words that raised it. */
export function pickCard(stage: Stage, id: string): Stage {
  if (stage.shown === id) return stage;
  return { ...stage, shown: id, picked: id, waiting: stage.waiting.filter((one) => one !== id) };
}
