import fastifyWebsocket from "@fastify/websocket";
import fastify from "fastify";
import type { WebSocket } from "ws";
import { putUnderTest } from "../under-test.ts";

/** A transcript event as it came; a reference checks nothing. */
export interface RelayedEvent {
  readonly sessionId: string;
  readonly segmentId: string;
}

/**
 * The least that could do the job: `POST /webhook` goes to the one socket that follows the session. A follower
 * sends the session's id and is answered with it.
 */
export async function relay(store: (event: RelayedEvent) => void, close: () => void): Promise<void> {
  const followers = new Map<string, WebSocket>();
  const app = fastify();
  await app.register(fastifyWebsocket);
  app.register(async (scope) => {
    scope.get("/feed", { websocket: true }, (socket) => {
      socket.on("message", (sessionId) => {
        followers.set(String(sessionId), socket);
        socket.send(JSON.stringify({ following: String(sessionId) }));
      });
    });
  });
  app.post<{ Body: RelayedEvent }>("/webhook", async ({ body }, reply) => {
    store(body);
    followers.get(body.sessionId)?.send(JSON.stringify(body));
    return reply.code(202).send({ accepted: 1, duplicates: 0 });
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  putUnderTest(url, async () => {
    await app.close();
    close();
  });
}
