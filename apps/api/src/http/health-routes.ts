import type { FastifyInstance } from "fastify";
import type { ApiDeps } from "../deps.ts";

interface HealthOptions {
  readonly deps: Pick<ApiDeps, "log" | "library" | "customers" | "metrics">;
}

/** `/healthz` (the process), `/readyz` (what it depends on), `/metrics` (Prometheus). */
export async function healthRoutes(app: FastifyInstance, { deps }: HealthOptions): Promise<void> {
  app.get("/healthz", async () => ({ status: "ok" }));

  app.get("/readyz", async (request, reply) => {
    const checks = {
      log: deps.log.ping(),
      policies: deps.library.revision(),
      customers: deps.customers.count(),
    };
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const failed = await check.then(
          () => null,
          (error: unknown) => ({ error }),
        );
        if (failed) request.log.warn({ err: failed.error, dependency: name }, "dependency is away");
        return [name, failed ? "away" : "ok"] as const;
      }),
    );
    const ready = states.every(([, state]) => state === "ok");
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ok" : "degraded", ...Object.fromEntries(states) });
  });

  app.get("/metrics", async (_request, reply) => {
    const { type, text } = await deps.metrics.read();
    return reply.type(type).send(text);
  });
}
