import { describe, expect, test } from "vitest";
import type { Draft } from "../ports.ts";
import { createOpenDrafts } from "./open-drafts.ts";

function script(id: string, text = "words"): Draft {
  return { lane: "script", id, script: { cardId: id, script: text } };
}

function openAt(limits: { maxPerSession?: number; maxChars?: number }) {
  const time = { now: 1_000_000 };
  const drafts = createOpenDrafts({
    clock: () => time.now,
    ttlMs: 60_000,
    maxPerSession: limits.maxPerSession ?? 100,
    maxChars: limits.maxChars ?? 1_000_000,
  });
  const ids = (sessionId: string) => drafts.of(sessionId).map(({ id }) => id);
  return { drafts, time, ids };
}

describe("open drafts", () => {
  test("forget what was not replaced for a minute", () => {
    const { drafts, time, ids } = openAt({});
    drafts.put("call", script("a"));
    drafts.put("call", script("b"));
    time.now += 30_000;
    drafts.put("call", script("a", "more words"));
    time.now += 30_000;
    expect(ids("call")).toEqual(["a"]);
    time.now += 30_000;
    expect(ids("call")).toEqual([]);
  });

  test("keep so many of one session, the newest", () => {
    const { drafts, ids } = openAt({ maxPerSession: 2 });
    for (const id of ["a", "b", "a", "c"]) drafts.put("call", script(id));
    drafts.put("other", script("d"));
    expect(ids("call")).toEqual(["a", "c"]);
    expect(ids("other")).toEqual(["d"]);
  });

  test("keep so many characters in all, the newest", () => {
    const { drafts, ids } = openAt({ maxChars: 25_000 });
    for (const sessionId of ["one", "two", "three"]) drafts.put(sessionId, script("a", "x".repeat(10_000)));
    expect([ids("one"), ids("two"), ids("three")]).toEqual([[], ["a"], ["a"]]);
    drafts.drop("two", "script", "a");
    drafts.put("four", script("a", "x".repeat(10_000)));
    expect([ids("three"), ids("four")]).toEqual([["a"], ["a"]]);
  });

  test("tell apart ids and sessions that look alike when joined", () => {
    const { drafts, ids } = openAt({});
    drafts.put("a:script", script("b"));
    drafts.put("a", script("script:b"));
    drafts.drop("a", "script", "script:b");
    expect(ids("a:script")).toEqual(["b"]);
  });
});
