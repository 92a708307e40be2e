import { WebSocket } from "ws";

/** What a follower was sent: the payload of one message. */
export type OnMessage = (payload: Readonly<Record<string, unknown>>) => void;

/** Sockets that follow sessions. */
export interface Followers extends Disposable {
  readonly sockets: readonly WebSocket[];
}

interface FollowRequest {
  readonly url: string;
  readonly sessions: readonly string[];
  /** Sessions that share a socket. */
  readonly perSocket: number;
  readonly onMessage: OnMessage;
}

/** Follows sessions of a reference and resolves when all of them are followed. */
export function followReference(request: FollowRequest): Promise<Followers> {
  return openSockets(request, "/feed", (socket, sessions) => {
    for (const sessionId of sessions) socket.send(sessionId);
    return untilAll(socket, sessions.length, (message) => {
      if ("following" in message) return true;
      request.onMessage(message);
      return false;
    });
  });
}

/**
 * Follows sessions by tRPC subscriptions and resolves when all have started. It speaks the protocol by itself: the
 * general client would take more processor time than the servers that are measured.
 */
export function followFeed(
  feed: "session.onTranscript" | "session.onSuggestion",
  request: FollowRequest,
): Promise<Followers> {
  return openSockets(request, "/trpc", (socket, sessions) => {
    for (const [id, sessionId] of sessions.entries()) {
      const params = { path: feed, input: { sessionId } };
      socket.send(JSON.stringify({ id, method: "subscription", params }));
    }
    return untilAll(socket, sessions.length, (message) => {
      if (typeof message.id === "string") return false;
      if (message.error) throw new Error(`A subscription failed: ${JSON.stringify(message.error)}`);
      if (message.result?.type === "started") return true;
      if (message.result?.type === "data") request.onMessage(message.result.data.data);
      return false;
    });
  });
}

/** One mutation over a follower's socket; its id is a text, so that it is told from the subscriptions'. */
export async function mutate(socket: WebSocket, path: string, input: object): Promise<void> {
  const id = `${path}:${JSON.stringify(input)}`;
  await new Promise<void>((resolve, reject) => {
    const onMessage = (raw: unknown) => {
      const text = String(raw);
      if (text === "PING" || text === "PONG") return;
      const message: Message = JSON.parse(text);
      if (message.id !== id) return;
      socket.off("message", onMessage);
      if (message.error) reject(new Error(`${path} failed: ${JSON.stringify(message.error)}`));
      else resolve();
    };
    socket.on("message", onMessage);
    socket.send(JSON.stringify({ id, method: "mutation", params: { path, input } }));
  });
}

interface Message {
  readonly id?: number | string;
  readonly error?: unknown;
  readonly result?: { readonly type: string; readonly data: { readonly data: Record<string, unknown> } };
  readonly [field: string]: unknown;
}

async function openSockets(
  { url, sessions, perSocket }: FollowRequest,
  path: string,
  follow: (socket: WebSocket, sessions: readonly string[]) => Promise<void>,
): Promise<Followers> {
  const sockets: WebSocket[] = [];
  for (let at = 0; at < sessions.length; at += perSocket) {
    const socket = new WebSocket(`${url.replace("http", "ws")}${path}`, { perMessageDeflate: false });
    sockets.push(socket);
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    await follow(socket, sessions.slice(at, at + perSocket));
  }
  return {
    sockets,
    [Symbol.dispose]() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Reads a socket's messages for good; resolves when `isStart` was true so many times. */
function untilAll(socket: WebSocket, count: number, isStart: (message: Message) => boolean): Promise<void> {
  let started = 0;
  return new Promise((resolve) => {
    socket.on("message", (raw: Buffer) => {
      const text = raw.toString();
      if (text === "PING") return socket.send("PONG");
      if (text === "PONG") return;
      if (isStart(JSON.parse(text)) && ++started === count) resolve();
    });
  });
}
