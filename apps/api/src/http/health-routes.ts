import { within } from "@live-copilot/shared/copilot";
import type { FastifyInstance } from "fastify";
import type { ApiDeps } from "../deps.ts";
import type { Check } from "../health/health.ts";
import { customersAnswer } from "../health/watch-dependencies.ts";

interface HealthOptions {
  readonly deps: Pick<ApiDeps, "log" | "library" | "customers" | "health" | "metrics" | "model">;
}

/** Who asks seldom waits longer than a second, and takes no answer for a bad one. */
const ANSWER_MS = 750;

/**
 * `/healthz` (the process), `/readyz` (what it depends on, and whether the model decides), `/metrics` (Prometheus).
 *
 * Ready means that calls can be taken, kept and shown, and records and policies be read. Without search, without the
 * other replicas and without a model all of that goes on, so their absence is named and costs no readiness: taking
 * every replica out of service at once would help nobody.
 */
export async function healthRoutes(app: FastifyInstance, { deps }: HealthOptions): Promise<void> {
  app.get("/healthz", async () => ({ status: "ok" }));

  app.get("/readyz", async (request, reply) => {
    const needed: Record<string, Check> = {
      log: () => deps.log.ping(),
      policies: () => deps.library.revision(),
      customers: () => customersAnswer(deps.customers),
    };
    const checks: Record<string, Check> = { ...needed, ...deps.health.outside };
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await within(ANSWER_MS, check());
          return [name, "ok"] as const;
        } catch (error) {
          request.log.warn({ err: error, dependency: name }, "dependency is away");
          return [name, "away"] as const;
        }
      }),
    );
    const model = deps.model();
    const away = states.filter(([, state]) => state === "away");
    const ready = away.every(([name]) => !(name in needed));
    return reply.code(ready ? 200 : 503).send({
      status: away.length === 0 ? "ok" : "degraded",
      ...Object.fromEntries(states),
      ...(model ? { modelDecides: model.decides, modelCheck: model.check } : {}),
    });
  });

  app.get("/metrics", async (_request, reply) => {
    const { type, text } = await deps.metrics.read();
    return reply.type(type).send(text);
  });
}
