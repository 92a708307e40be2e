import { CopilotError } from "@live-copilot/shared";
import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import { asTrpcError, shownError } from "./errors.ts";

const t = initTRPC.context<ApiContext>().create({
  errorFormatter({ shape, error }) {
    const { message, ...shown } = shownError(error);
    const { stack: _stack, ...data } = shape.data;
    return { ...shape, message, data: { ...data, ...shown } };
  },
});

/** Gives errors that verbs throw the code of their reason. */
const coded = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof CopilotError)
    return { ...result, error: asTrpcError(result.error.cause) };
  return result;
});

/** Bounds how often one connection may change something. */
const limited = t.middleware(async ({ ctx, type, next }) => {
  if (type === "mutation" && !(await ctx.deps.mutationLimit(ctx.caller))) {
    throw new CopilotError("RATE_LIMITED", "Too many requests at once: wait a second.", { retryAfter: 1 });
  }
  return next();
});

export const router = t.router;
export const procedure = t.procedure.use(coded).use(limited);
