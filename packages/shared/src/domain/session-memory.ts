import { type ContextLayers, type ContextValues, NO_LAYERS, resolveContext } from "./context.ts";
import type { Customer } from "./customer.ts";
import type { EventOf, SessionEvent } from "./session-event.ts";
import { applyUpdate, emptySessionState, type SessionState, type SuggestionUpdate } from "./session-state.ts";
import type { SuggestionCard } from "./suggestion.ts";
import { EMPTY_TURN_BOOK, noteTurns, type TurnBook } from "./turn-book.ts";

/**
 * All that a session's log says, folded: what the page shows (`state`), and what only the server needs to know
 * to go on (where context came from, which words are still to be worked).
 */
export interface SessionMemory {
  readonly state: SessionState;
  readonly layers: ContextLayers;
  readonly turns: TurnBook;
  /** What the customer in `state` was looked up by; "" before the first look-up. */
  readonly customerSubject: string;
  /** When somebody last did something that keeps the copilot on (ISO 8601). */
  readonly activeAt: string | null;
  /** When the copilot was last switched on (ISO 8601). */
  readonly enabledAt: string | null;
  /** Seq of the last event that changed what cards are answered with: a context value, or who the customer is. */
  readonly contextSeq: number;
}

export function emptySessionMemory(sessionId: string): SessionMemory {
  return {
    state: emptySessionState(sessionId),
    layers: NO_LAYERS,
    turns: EMPTY_TURN_BOOK,
    customerSubject: "",
    activeAt: null,
    enabledAt: null,
    contextSeq: 0,
  };
}

/** A memory one event further on, and what that event changed for those who look at the session. */
export interface Remembered {
  readonly memory: SessionMemory;
  readonly update: SuggestionUpdate;
}

/** Folds the next event into the memory. Pure; events come in seq order, one that is known already is skipped. */
export function remember(memory: SessionMemory, event: SessionEvent): SessionMemory {
  return event.seq <= memory.state.seq ? memory : rememberNext(memory, event).memory;
}

/** The same for an event that is the next, with the update that a subscriber is sent. */
export function rememberNext(before: SessionMemory, event: SessionEvent): Remembered {
  const layers = layersAfter(before, event);
  const update = changeOf({ ...before, layers }, event);
  const memory: SessionMemory = {
    state: applyUpdate(before.state, event.seq, update),
    layers,
    turns: noteTurns(before.turns, event),
    customerSubject: event.kind === "customer" ? event.data.subject : before.customerSubject,
    activeAt: keepsCopilotOn(event) ? event.at : before.activeAt,
    enabledAt: event.kind === "copilot" && event.data.enabled ? event.at : before.enabledAt,
    contextSeq: update.context || update.customer ? event.seq : before.contextSeq,
  };
  return { memory, update };
}

/** What an event changes; `memory` already holds the layers after it. */
function changeOf(memory: SessionMemory, event: SessionEvent): SuggestionUpdate {
  const update: SuggestionUpdate = { sessionId: event.sessionId, cards: [] };
  const session = sessionChange(memory, event);
  if (session) update.session = session;
  const context = contextChange(memory, event);
  if (context) update.context = context;
  switch (event.kind) {
    case "customer": {
      const { subject: _subject, ...match } = event.data;
      update.customer = match;
      break;
    }
    case "intent":
      update.intent = event.data;
      break;
    case "language":
      update.callerLanguage = event.data;
      break;
    case "copilot":
      update.copilot = { enabled: event.data.enabled, degraded: memory.state.copilot.degraded };
      break;
    case "card":
      if (!isOvertaken(memory.state, event.data)) update.cards = [event.data];
      break;
    case "feedback":
      update.marks = [marksAfter(memory.state, event)];
      break;
    default:
  }
  return update;
}

/**
 * Whether a card's fact comes too late: the card was superseded, answered after a newer change of context, or finished
 * by the writer that was taken for gone, by another replica while this fact was on its way.
 */
function isOvertaken({ cards }: SessionState, late: SuggestionCard): boolean {
  const known = cards.find(({ id }) => id === late.id);
  if (!known || late.supersededBy !== undefined) return false;
  if (known.supersededBy !== undefined) return true;
  const further = (late.revision ?? 0) - (known.revision ?? 0);
  return further < 0 || (further === 0 && late.status === "sources" && known.status === "ready");
}

/** True when an update would tell a subscriber nothing. */
export function isEmptyUpdate(update: SuggestionUpdate): boolean {
  return update.cards.length === 0 && Object.keys(update).length === 2;
}

function sessionChange({ state }: SessionMemory, event: SessionEvent): SuggestionUpdate["session"] {
  const startedAt = state.session?.startedAt ?? event.at;
  if (event.kind === "end") return { status: "ended", startedAt, endedAt: event.at };
  const reopened = event.kind === "segment" && state.session?.status === "ended";
  return !state.session || reopened ? { status: "live", startedAt } : undefined;
}

function contextChange(memory: SessionMemory, event: SessionEvent): SuggestionUpdate["context"] {
  if (event.kind !== "context" && event.kind !== "customer") return undefined;
  const next = resolveContext(memory.layers);
  return JSON.stringify(next) === JSON.stringify(memory.state.context) ? undefined : next;
}

function layersAfter({ layers }: SessionMemory, event: SessionEvent): ContextLayers {
  if (event.kind === "customer") {
    const chosen = event.data.matches.find(({ customerId }) => customerId === event.data.chosen);
    return { ...layers, record: chosen ? recordValues(chosen) : {} };
  }
  if (event.kind !== "context") return layers;
  const { source, values } = event.data;
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  if (source === "agent") return { ...layers, agent: { ...layers.agent, ...given } };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  if (source === "enabled") return { ...layers, enabled: { ...layers.enabled, ...filled } };
  return { ...layers, call: { ...filled, ...layers.call } };
}

/** The context values that a customer's record gives. */
export function recordValues(customer: Customer): ContextValues {
  const { customerId, state, plan, contractType, phones, options } = customer;
  return { customerId, phone: phones[0], state, plan, contractType, options };
}

const OPPOSITES: Partial<Record<string, string>> = {
  helpful: "unhelpful",
  unhelpful: "helpful",
  pinned: "unpinned",
  unpinned: "pinned",
};

function marksAfter(state: SessionState, { data }: EventOf<"feedback">) {
  const before = state.marks[data.cardId] ?? [];
  const kept = before.filter((kind) => kind !== data.kind && kind !== OPPOSITES[data.kind]);
  return { cardId: data.cardId, kinds: [...kept, data.kind] };
}

function keepsCopilotOn(event: SessionEvent): boolean {
  switch (event.kind) {
    case "segment":
    case "ask":
    case "feedback":
      return true;
    case "context":
      return event.data.source === "agent";
    case "copilot":
      return event.data.enabled;
    default:
      return false;
  }
}
