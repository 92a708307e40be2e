import { defineConfig } from "vitest/config";

/**
 * Unit tests stand beside their source; everything that needs more than one file stands in `tests/`. What needs real
 * servers has a configuration of its own: vitest.services.config.ts.
 */
export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.services.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
