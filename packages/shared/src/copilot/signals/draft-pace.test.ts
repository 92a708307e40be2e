import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "../ports.ts";
import { createDraftPace } from "./draft-pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function script(text: string, id = "card"): Draft {
  return { lane: "script", id, script: { cardId: id, script: text } };
}

function paced() {
  const heard: string[] = [];
  const pace = createDraftPace(100, (_sessionId, draft) => {
    if (draft.lane === "script") heard.push(draft.script.script);
  });
  return { heard, pace };
}

test("the first draft goes at once, then the newest of each interval", () => {
  const { heard, pace } = paced();
  for (const text of ["a", "b", "c"]) pace.offer("call", script(text));
  expect(heard).toEqual(["a"]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(["a", "c"]);
  pace.offer("call", script("d"));
  expect(heard).toEqual(["a", "c"]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(["a", "c", "d"]);
});

test("a quiet item holds no timer, and begins at once again", () => {
  const { heard, pace } = paced();
  pace.offer("call", script("a"));
  vi.advanceTimersByTime(100);
  expect(vi.getTimerCount()).toBe(0);
  pace.offer("call", script("b"));
  expect(heard).toEqual(["a", "b"]);
});

test("items do not wait for each other", () => {
  const { heard, pace } = paced();
  pace.offer("call", script("a", "one"));
  pace.offer("call", script("b", "two"));
  pace.offer("other", script("c", "one"));
  expect(heard).toEqual(["a", "b", "c"]);
});

test("a dropped item that comes back keeps its pace", () => {
  const { heard, pace } = paced();
  pace.offer("call", script("a"));
  pace.offer("call", script("b"));
  pace.cancel("call", "script", "card");
  pace.offer("call", script("c"));
  expect(heard).toEqual(["a"]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(["a", "c"]);
});

test("closing ends every timer", () => {
  const { heard, pace } = paced();
  pace.offer("call", script("a"));
  pace.offer("call", script("b"));
  pace.close();
  vi.advanceTimersByTime(1_000);
  expect([heard, vi.getTimerCount()]).toEqual([["a"], 0]);
});
