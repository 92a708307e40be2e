import { type Arrivals, createArrivals } from "../load/arrivals.ts";
import type { Target } from "../load/closed-loop.ts";
import { connectionPool } from "../load/connection-pool.ts";
import { type Followers, followFeed, followReference, mutate, type OnMessage } from "../load/feed-socket.ts";
import { sampleTalk, type TalkEvent } from "../load/talk.ts";
import type { RunOptions } from "../part.ts";
import { type ServerProcess, startOurs, startServerProcess } from "../server-process.ts";

/** Each server that transcripts are sent through. */
export const SERVERS = ["bare", "durable NORMAL", "durable FULL", "ours", "ours, copilot on"] as const;
export type ServerName = (typeof SERVERS)[number];

/** A server with its sessions followed, ready for load. */
export interface TranscriptTarget extends Target, AsyncDisposable {
  readonly server: ServerProcess;
  /** The next event of the session with this number. */
  readonly say: (session: number) => TalkEvent;
}

export interface TargetShape {
  readonly sessions: number;
  readonly connections: number;
  readonly perSocket: number;
  /** For ours: the services that it runs on. */
  readonly services?: Readonly<Record<string, string>>;
}

/** Starts one server and follows its sessions, which take turns in being spoken in. */
export async function openTarget(
  name: ServerName,
  shape: TargetShape,
  options: RunOptions,
): Promise<TranscriptTarget> {
  await using opening = new AsyncDisposableStack();
  const server = opening.use(await startNamed(name, options, shape.services));
  const sessions = Array.from({ length: shape.sessions }, (_, index) => `s${index}`);
  const arrivals = createArrivals();
  const follow = { url: server.url, sessions, perSocket: shape.perSocket, onMessage: noteIn(arrivals) };
  const followers = opening.use(await followTranscript(name, follow));
  if (name === "ours, copilot on") await enableAll(followers, sessions);
  const pool = opening.use(connectionPool(server.url, shape.connections));
  const talk = await sampleTalk();
  let turn = 0;
  const say = (session: number) => talk(sessions[session] ?? "");
  const next = () => say(turn++ % sessions.length);
  const opened = opening.move();
  return { server, arrivals, pool, say, next, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

function startNamed(
  name: ServerName,
  options: RunOptions,
  services: TargetShape["services"],
): Promise<ServerProcess> {
  const prefix = options.cores.forServer;
  switch (name) {
    case "bare":
      return startServerProcess({ script: "references/bare.ts", prefix });
    case "durable NORMAL":
      return startServerProcess({ script: "references/durable.ts", args: ["NORMAL"], prefix });
    case "durable FULL":
      return startServerProcess({ script: "references/durable.ts", args: ["FULL"], prefix });
    case "ours":
    case "ours, copilot on":
      return startOurs(options, services);
  }
}

/** Tells those who wait for segments of each that reaches a socket. */
export function noteIn(arrivals: Arrivals): OnMessage {
  return ({ segmentId }: Readonly<Record<string, unknown>>) => arrivals.note(String(segmentId));
}

function followTranscript(
  name: ServerName,
  follow: Parameters<typeof followReference>[0],
): Promise<Followers> {
  const ours = name === "ours" || name === "ours, copilot on";
  return ours ? followFeed("session.onTranscript", follow) : followReference(follow);
}

async function enableAll({ sockets }: Followers, sessions: readonly string[]): Promise<void> {
  for (const [index, sessionId] of sessions.entries()) {
    const socket = sockets[index % sockets.length];
    if (socket) await mutate(socket, "copilot.enable", { sessionId });
  }
}
