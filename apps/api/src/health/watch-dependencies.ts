import { CopilotError } from "@live-copilot/shared";
import type {
  Advisor,
  CustomerDirectory,
  PolicyIndex,
  PolicyLibrary,
  Signals,
} from "@live-copilot/shared/copilot";
import type { Env } from "../env.ts";
import type { Metrics } from "../metrics.ts";
import type { Check, Health } from "./health.ts";
import { type HealthOptions, watchHealth } from "./watch-health.ts";

export interface Dependencies {
  readonly library: Pick<PolicyLibrary, "revision">;
  readonly customers: Pick<CustomerDirectory, "byId">;
  readonly signals: Pick<Signals, "ping">;
  readonly index: Pick<PolicyIndex, "ping">;
  /** Absent: the rules' answer stands. */
  readonly advisor?: Pick<Advisor, "isAvailable"> | undefined;
}

type Services = Pick<Env, "MONGODB_URI" | "MILVUS_ADDRESS" | "REDIS_URL">;

/** Watches what the settings name. What is embedded is part of the process and is not watched. */
export function watchDependencies(
  env: Services,
  deps: Dependencies,
  metrics: Pick<Metrics, "dependency">,
): Health {
  const search: Check | undefined = env.MILVUS_ADDRESS ? () => deps.index.ping() : undefined;
  const signals: Check | undefined = env.REDIS_URL ? () => deps.signals.ping() : undefined;
  const model = deps.advisor ? modelCheck(deps.advisor) : undefined;
  const library: Check | undefined = env.MONGODB_URI ? () => deps.library.revision() : undefined;
  const customers: Check | undefined = env.MONGODB_URI ? () => customersAnswer(deps.customers) : undefined;
  const policies = [library, search].filter((check) => check !== undefined);
  return watchHealth({
    checks: {
      ...(model ? { model } : {}),
      ...(policies.length > 0 ? { policies: () => Promise.all(policies.map((check) => check())) } : {}),
      ...(customers ? { customers } : {}),
      ...(signals ? { feed: signals } : {}),
    },
    outside: { ...(search ? { search } : {}), ...(signals ? { signals } : {}), ...(model ? { model } : {}) },
    seen: metrics.dependency,
  } satisfies HealthOptions);
}

/** Asks for a record that is not there: cheap, however many there are. */
export async function customersAnswer(customers: Pick<CustomerDirectory, "byId">): Promise<void> {
  await customers.byId("-");
}

/** A model is not asked whether it is well, which would cost; its circuit knows from the calls of late. */
function modelCheck(advisor: Pick<Advisor, "isAvailable">): Check {
  return async () => {
    if (!advisor.isAvailable()) throw new CopilotError("UNAVAILABLE", "The model failed too often of late.");
  };
}
