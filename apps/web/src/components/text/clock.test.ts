import { expect, it } from "vitest";
import { clock, span } from "./clock.ts";

it.each([
  [0, "0:00"],
  [-5000, "0:00"],
  [59_999, "0:59"],
  [252_000, "4:12"],
  [3_852_000, "1:04:12"],
])("%d ms of a call read %s", (ms, words) => {
  expect(clock(ms)).toBe(words);
});

it("writes short spans in milliseconds and longer ones in seconds", () => {
  expect([span(38.4), span(499), span(940)]).toEqual(["38 ms", "499 ms", "0.9 s"]);
});
