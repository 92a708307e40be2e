import { CopilotError, type Reason } from "@live-copilot/shared";
import type { FastifyReply, FastifyRequest } from "fastify";
import { PROBLEM_TYPE, problemOf } from "./problem.ts";

/** What Fastify itself refuses, as reasons of ours. */
const BY_STATUS: Readonly<Record<number, Reason>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "BAD_REQUEST",
  413: "TOO_LARGE",
  415: "BAD_REQUEST",
  429: "RATE_LIMITED",
};

/** Statuses that say more than that of their reason. */
const FINER = [405, 415];

/** Answers any error with a problem. An unexpected one is logged with its cause and shown without internals. */
export function replyProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = knownError(error);
  if (known.reason === "INTERNAL") request.log.error({ err: error }, "request failed");
  const problem = problemOf(known);
  if (known.retryAfter !== undefined) reply.header("retry-after", String(known.retryAfter));
  else if (problem.status === 429 || problem.status === 503) reply.header("retry-after", "1");
  const status = FINER.find((each) => each === statusOf(error)) ?? problem.status;
  return reply
    .code(status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify({ ...problem, status }));
}

/** The error as one of ours: what is not meant for callers becomes INTERNAL. */
export function knownError(error: unknown): CopilotError {
  if (error instanceof CopilotError) return error;
  const reason = BY_STATUS[statusOf(error)];
  if (reason && error instanceof Error) return new CopilotError(reason, error.message, { cause: error });
  return new CopilotError(
    "INTERNAL",
    "Something went wrong on our side. Try again; if it goes on, look at the server's log.",
    {
      cause: error,
    },
  );
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : 0;
  return typeof status === "number" ? status : 0;
}
