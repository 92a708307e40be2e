import fastifyWebsocket from "@fastify/websocket";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { ApiDeps } from "./deps.ts";
import { checkOrigin, type HostPolicy } from "./http/check-origin.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { pageRoutes } from "./http/page-routes.ts";
import { replyProblem } from "./http/reply-problem.ts";
import { sampleCalls } from "./samples/sample-calls.ts";
import { endSession } from "./sessions/end-session.ts";
import { type AppRouter, appRouter } from "./trpc/app-router.ts";
import { contextMaker } from "./trpc/context.ts";
import { webhookPlugin } from "./webhook/plugin.ts";
import { eventTaker } from "./webhook/take-events.ts";

export interface AppOptions {
  readonly hosts: HostPolicy;
  readonly webhookKeys: readonly string[];
  readonly webhookMaxPerSecond: number;
  /** The built page; without it `/` says how to build it. */
  readonly pageFolder: string;
  readonly callsFolder: string;
  /** Absent: nothing is logged. */
  readonly logger?: FastifyBaseLogger;
}

/** Bytes of one tRPC request or WebSocket message; an ingest of a whole library must fit. */
const TRPC_LIMIT = 16 * 1024 * 1024;
const CLOSING_LOOK_MS = 50;
/** WebSocket close code (RFC 6455 §7.4.1), and how long a socket may take to answer it. */
const GOING_AWAY = 1001;
const GOODBYE_MS = 200;
const KEEP_ALIVE = { enabled: true, pingMs: 20_000, pongWaitMs: 10_000 };

/** Builds the server over its parts. It does not listen, and it does not close the parts. */
export async function buildApp(deps: ApiDeps, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...(options.logger ? { loggerInstance: options.logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: TRPC_LIMIT,
    routerOptions: { maxParamLength: 5000 },
    frameworkErrors: (error, request, reply) => replyProblem(error, request, reply),
  });
  app.setErrorHandler((error, request, reply) => replyProblem(error, request, reply));
  const samples = sampleCalls({
    folder: options.callsFolder,
    baseUrl: () => ownAddress(app),
    webhookKey: options.webhookKeys[0],
    ended: async (sessionId) => void (await endSession(deps, sessionId, "sample over")),
    failed: (error) => app.log.error({ err: error }, "sample call failed"),
  });
  app.addHook("preClose", async () => {
    samples.stopAll();
    closeAsTheyFallIdle(app);
  });
  await app.register(fastifyWebsocket, { options: { maxPayload: TRPC_LIMIT }, preClose: closeSockets });
  deps.metrics.watchSockets(() => app.websocketServer.clients);
  await app.register(async (scope) => {
    scope.addHook("onRequest", async (request) => checkOrigin(options.hosts, request.headers));
    await scope.register(fastifyTRPCPlugin, {
      prefix: "/trpc",
      useWSS: true,
      trpcOptions: {
        keepAlive: KEEP_ALIVE,
        router: appRouter,
        createContext: contextMaker(deps, samples),
        onError({ error, path }) {
          if (error.code === "INTERNAL_SERVER_ERROR")
            app.log.error({ err: error.cause ?? error, path }, "procedure failed");
        },
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>);
  });
  await app.register(webhookPlugin, {
    take: eventTaker(deps),
    keys: options.webhookKeys,
    hosts: options.hosts,
    maxPerSecond: options.webhookMaxPerSecond,
    counted: deps.metrics.taken,
  });
  await app.register(healthRoutes, { deps });
  await app.register(pageRoutes, { folder: options.pageFolder });
  return app;
}

/**
 * While the server closes: a connection that was busy when it began would be kept open for its next request, which may
 * never come, and hold up the end for over a minute.
 */
function closeAsTheyFallIdle({ server }: FastifyInstance): void {
  if (!server.listening) return;
  const timer = setInterval(() => server.closeIdleConnections(), CLOSING_LOOK_MS);
  server.once("close", () => clearInterval(timer));
}

/** Says goodbye to every socket, and does not wait for those that do not listen. */
function closeSockets(this: FastifyInstance, done: () => void): void {
  const { clients } = this.websocketServer;
  // From now on nobody comes back: a page reconnects at once, and would hold up the end.
  this.server.removeAllListeners("upgrade");
  for (const client of clients) client.close(GOING_AWAY, "the server stops");
  setTimeout(() => {
    for (const client of clients) client.terminate();
    done();
  }, GOODBYE_MS);
}

/** Where this server reaches itself. */
function ownAddress(app: FastifyInstance): string {
  const [listening] = app.addresses();
  if (!listening || typeof listening === "string") throw new Error("the server does not listen yet");
  const { address, family, port } = listening;
  if (address === "0.0.0.0" || address === "::") return `http://127.0.0.1:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
