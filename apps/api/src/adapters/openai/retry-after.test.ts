import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const NOW = Date.parse("2026-03-14T10:00:00Z");

test.each<[Record<string, string>, number | undefined]>([
  [{ "retry-after": "2" }, 2_000],
  [{ "retry-after": " 0.5 " }, 500],
  [{ "retry-after": "Sat, 14 Mar 2026 10:00:03 GMT" }, 3_000],
  [{ "retry-after": "Sat, 14 Mar 2026 09:59:00 GMT" }, 0],
  [{ "retry-after-ms": "120", "retry-after": "2" }, 120],
  [{ "retry-after-ms": "soon", "retry-after": "2" }, 2_000],
  [{ "retry-after": "later" }, undefined],
  [{ "retry-after": "-3" }, undefined],
  [{}, undefined],
])("%j asks for %s ms", (headers, expected) => {
  expect(retryAfterMs(new Headers(headers), NOW)).toBe(expected);
});
