import rateLimit from "@fastify/rate-limit";
import { CopilotError } from "@live-copilot/shared";
import type { FastifyInstance } from "fastify";
import { checkOrigin, type HostPolicy } from "../http/check-origin.ts";
import { replyProblem } from "../http/reply-problem.ts";
import { webhookAuthenticator } from "./authenticate.ts";
import { readPlain } from "./formats/plain.ts";
import { readJsonBodies } from "./read-json.ts";
import type { TakeEvents } from "./take-events.ts";

export interface WebhookOptions {
  readonly take: TakeEvents;
  readonly keys: readonly string[];
  readonly hosts: HostPolicy;
  readonly maxPerSecond: number;
  readonly counted: (result: "accepted" | "duplicate", count: number) => void;
}

/** Bytes of one request's body at most. */
const BODY_LIMIT = 4 * 1024 * 1024;
/** Objects and arrays within each other at most. */
const MAX_DEPTH = 32;

/** `POST /webhook`: takes transcript events and answers as soon as they are durable. */
export async function webhookPlugin(app: FastifyInstance, options: WebhookOptions): Promise<void> {
  const authenticate = webhookAuthenticator(options.keys);
  readJsonBodies(app);
  app.setErrorHandler((error, request, reply) => replyProblem(error, request, reply));
  await app.register(rateLimit, {
    max: options.maxPerSecond,
    timeWindow: 1000,
    errorResponseBuilder: () =>
      new CopilotError("RATE_LIMITED", "Too many requests: wait a second and send it again."),
  });
  app.addHook("onRequest", async (request) => {
    checkOrigin(options.hosts, request.headers);
    authenticate(request.headers);
  });
  app.post("/webhook", { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    refuseDepth(request.body);
    const key = request.headers["idempotency-key"];
    // An empty one names nothing.
    const named = typeof key === "string" && key !== "" ? key : null;
    const taken = await options.take(readPlain(request.body), named);
    options.counted("accepted", taken.accepted);
    options.counted("duplicate", taken.duplicates);
    return reply.code(202).send(taken);
  });
  app.route({
    url: "/webhook",
    method: ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"],
    handler: (request, reply) => {
      const error = Object.assign(new Error("Events are sent with POST."), { statusCode: 405 });
      return replyProblem(error, request, reply.header("allow", "POST"));
    },
  });
}

function refuseDepth(body: unknown): void {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH)
      throw new CopilotError("BAD_REQUEST", `The body is nested deeper than ${MAX_DEPTH} levels.`);
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null
        ? Object.values(value).filter((inner) => typeof inner === "object")
        : [],
    );
  }
}
