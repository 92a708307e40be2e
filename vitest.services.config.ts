import { defineConfig } from "vitest/config";

/** Suites over real servers, which `global-setup.ts` starts and ends: slower, and few at a time. */
export default defineConfig({
  test: {
    include: ["tests/**/*.services.test.ts"],
    exclude: ["**/node_modules/**"],
    globalSetup: ["tests/support/services/global-setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
