import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";

type Feed = "session.onTranscript" | "session.onSuggestion";

/** One event as a follower was sent it. */
export interface FollowedEvent {
  readonly id: number;
  readonly data: Record<string, unknown>;
}

/** A client that follows one feed of a session, and comes back wherever it is told to when its socket drops. */
export interface RoamingFollower extends Disposable {
  /** Facts in the order in which they came; drafts and states without an event of their own are left out. */
  readonly events: readonly FollowedEvent[];
  /** What ended a subscription beside a lost socket. */
  readonly errors: readonly unknown[];
  /** Cuts the socket; it comes back with the id of the last event. */
  drop(): void;
}

interface Message {
  readonly error?: unknown;
  readonly result?: {
    readonly type: string;
    readonly data?: { readonly id: string; readonly data: Record<string, unknown> };
  };
}

const AGAIN_MS = 50;

/** Follows from the session's first event on. `url` is asked at every connection. */
export function followRoaming(url: () => string, feed: Feed, sessionId: string): RoamingFollower {
  const events: FollowedEvent[] = [];
  const errors: unknown[] = [];
  let socket: WebSocket | undefined;
  let isOver = false;
  const take = ({ error, result }: Message) => {
    if (error) errors.push(error);
    if (result?.type !== "data" || !result.data) return;
    const { id, data } = result.data;
    const isDraft = data["final"] === false || "drafts" in data;
    // A draft, or what is away, comes under the id of the last event.
    const isState = feed === "session.onSuggestion" && Number(id) === events.at(-1)?.id && isOnlyState(data);
    if (!isDraft && !isState) events.push({ id: Number(id), data });
  };
  const open = () => {
    if (isOver) return;
    const mine = new WebSocket(`${url().replace("http", "ws")}/trpc`);
    socket = mine;
    mine.on("open", () => {
      const last = events.at(-1)?.id;
      const input = { sessionId, ...(last === undefined ? {} : { lastEventId: String(last) }) };
      mine.send(JSON.stringify({ id: 1, method: "subscription", params: { path: feed, input } }));
    });
    mine.on("message", (raw: Buffer) => {
      const text = raw.toString();
      if (text === "PING") mine.send("PONG");
      else if (text !== "PONG" && mine === socket) take(JSON.parse(text));
    });
    mine.on("error", () => undefined);
    mine.on("close", () => void sleep(AGAIN_MS).then(() => mine === socket && open()));
  };
  open();
  return {
    events,
    errors,
    drop: () => socket?.terminate(),
    [Symbol.dispose]() {
      isOver = true;
      socket?.terminate();
    },
  };
}

function isOnlyState({ sessionId: _sessionId, copilot, cards, ...rest }: Record<string, unknown>): boolean {
  return (
    copilot !== undefined && Array.isArray(cards) && cards.length === 0 && Object.keys(rest).length === 0
  );
}
