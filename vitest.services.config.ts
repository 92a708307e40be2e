import { defineConfig } from "vitest/config";

/**
 * Suites over real servers, which `global-setup.ts` starts and ends: slower, and few at a time. Beside those that are
 * about the services (`*.services.test.ts`), what a user can rely on is tried over them too, by the same suites.
 */
export default defineConfig({
  test: {
    include: [
      "tests/**/*.services.test.ts",
      "tests/integration/{ask,context-trust,copilot,corrections,feed,feed-fold,scope,session-end,webhook,webhook-identity,api-sessions,api-policies,api-records}.test.ts",
    ],
    exclude: ["**/node_modules/**"],
    globalSetup: ["tests/support/services/global-setup.ts"],
    env: { TEST_SERVERS_ON: "services" },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
