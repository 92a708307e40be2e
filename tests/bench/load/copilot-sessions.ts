import type { DecisionQuestion } from "../../eval/decisions-questions.ts";
import { createArrivals } from "./arrivals.ts";
import { connectionPool } from "./connection-pool.ts";
import { followFeed, mutate, type OnMessage } from "./feed-socket.ts";
import { agentBody, type CustomersTurn, turnBody } from "./questions.ts";

/** Sessions with the copilot on, whose cards are awaited on their sockets. */
export interface CopilotSessions extends Disposable {
  readonly sessions: readonly string[];
  /** The customer's turn; resolves when the webhook has answered. `id` names the turn. */
  speak(sessionId: string, id: string, turn: CustomersTurn): Promise<void>;
  /** The agent's final, which ends the turn. */
  reply(sessionId: string, id: string): Promise<void>;
  /** Resolves with the time at which a ready card of the turn came; NaN when it was given up. */
  card(id: string): Promise<number>;
  /** Stops waiting; gives how many turns had no card. */
  giveUp(): number;
}

const CONNECTIONS = 64;

interface SessionsRequest {
  readonly url: string;
  readonly sessions: readonly string[];
  /** Whose contract a session's caller has. */
  readonly contractOf: (place: number) => DecisionQuestion | undefined;
  /** Hears everything that the sockets are sent. */
  readonly onMessage?: OnMessage;
}

/** Follows sessions' suggestions, each on a socket of its own, and turns the copilot on for them. */
export async function openCopilotSessions(request: SessionsRequest): Promise<CopilotSessions> {
  await using opening = new AsyncDisposableStack();
  const { url, sessions, contractOf, onMessage } = request;
  const arrivals = createArrivals();
  const note = noteCards(arrivals.note);
  const followers = opening.use(
    await followFeed("session.onSuggestion", {
      url,
      sessions,
      perSocket: 1,
      onMessage(payload) {
        onMessage?.(payload);
        note(payload);
      },
    }),
  );
  for (const [place, sessionId] of sessions.entries()) {
    const socket = followers.sockets[place];
    const { plan, state, contractType } = contractOf(place) ?? {};
    const input = { sessionId, selectedPlan: plan, selectedState: state, contractType };
    if (socket) await mutate(socket, "copilot.enable", input);
  }
  const pool = opening.use(connectionPool(url, CONNECTIONS));
  const opened = opening.move();
  return {
    sessions,
    speak: (sessionId, id, turn) => pool.post(turnBody(sessionId, id, turn)),
    reply: (sessionId, id) => pool.post(agentBody(sessionId, id)),
    card: arrivals.expect,
    giveUp: arrivals.giveUp,
    [Symbol.dispose]: () => void opened.disposeAsync(),
  };
}

function noteCards(note: (id: string) => void): OnMessage {
  return ({ cards }) => {
    if (!Array.isArray(cards)) return;
    for (const card of cards) {
      if (card.status !== "ready") continue;
      for (const segmentId of card.question.segmentIds) note(String(segmentId));
    }
  };
}
