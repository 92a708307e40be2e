import type { Draft } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { createMemorySignals } from "../../adapters/memory/signals.ts";
import { draftBox } from "./draft-box.ts";

function spoken(id: string, text = "words"): Draft {
  const receivedAt = "2026-03-02T15:00:00.000Z";
  const segment = { sessionId: "c1", segmentId: id, speaker: "CUSTOMER", text, atMs: 0, receivedAt } as const;
  return { lane: "transcript", id, segment: { ...segment, final: false } };
}

function script(id: string, text = "words"): Draft {
  return { lane: "script", id, script: { cardId: id, script: text } };
}

/** A box that is followed, and how often it woke its follower. */
function followed(lane: Draft["lane"]) {
  const signals = createMemorySignals();
  const box = draftBox(signals, "c1", lane);
  let woken = 0;
  box.wakeOn(() => woken++);
  const ids = () => box.take().map(({ id }) => id);
  return { signals, box, ids, woken: () => woken };
}

test("a draft of words that this follower has as a fact is not given, nor does it wake", () => {
  const { signals, box, ids, woken } = followed("transcript");
  signals.draft("c1", spoken("a"));
  box.drop("a");
  expect(ids()).toEqual([]);
  box.drop("b");
  signals.draft("c1", spoken("b", "held back elsewhere"));
  signals.draft("c1", spoken("c"));
  expect(ids()).toEqual(["c"]);
  expect(woken()).toBe(2);
});

test("scripts of a card may come again after it became a fact", () => {
  const { signals, box, ids } = followed("script");
  box.drop("card");
  signals.draft("c1", script("card", "Answered again"));
  expect(ids()).toEqual(["card"]);
});

test("a script that was finished while the open ones were fetched is not given", async () => {
  const open = Promise.withResolvers<readonly Draft[]>();
  const signals = { ...createMemorySignals(), drafts: () => open.promise };
  const box = draftBox(signals, "c1", "script");
  box.wakeOn(() => undefined);
  box.drop("card");
  open.resolve([script("card", "half a sen"), script("other")]);
  await open.promise;
  expect(box.take().map(({ id }) => id)).toEqual(["other"]);
});

test("only the facts of late are remembered", () => {
  const { signals, box, ids } = followed("transcript");
  for (let at = 0; at < 300; at++) box.drop(`s${at}`);
  for (const id of ["s0", "s43", "s44", "s299"]) signals.draft("c1", spoken(id));
  expect(ids()).toEqual(["s0", "s43"]);
});
