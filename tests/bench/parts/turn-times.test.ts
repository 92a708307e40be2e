import { expect, test } from "vitest";
import type { CardTimes } from "../load/card-times.ts";
import { timesOfTurns } from "./turn-times.ts";

const CARD: CardTimes = {
  question: "Is it covered?",
  sourcesAt: 1_030,
  draftAt: 1_345,
  readyAt: 1_760,
  engine: "openai:one",
};
const CALL = { question: "Is it covered?", askedAt: 1_040, firstAt: 1_341, endedAt: 1_750 };
const TURN = { id: "q1", overAt: 1_000 };

test("what a suggestion takes beyond the model is what came before the question and after the answer", () => {
  const [times] = timesOfTurns([TURN], clockWith({ q1: CARD }), [CALL]);
  expect(times).toEqual({ sources: 30, untilAsked: 40, model: 710, after: 10, overhead: 50, draft: 4 });
});

test("a call belongs to the first turn before it that asked the same", () => {
  const earlier = { ...CALL, askedAt: 500, firstAt: 801, endedAt: 1_210 };
  expect(timesOfTurns([TURN], clockWith({ q1: CARD }), [earlier, CALL])[0]?.untilAsked).toBe(40);
});

test("turns without a card, with one that the rules wrote, or with one that is not ready are left out", () => {
  const clock = clockWith({ rules: { ...CARD, engine: "rules" }, open: { ...CARD, readyAt: Number.NaN } });
  const turns = ["rules", "open", "none"].map((id) => ({ ...TURN, id }));
  expect(timesOfTurns(turns, clock, [CALL])).toEqual([]);
});

function clockWith(cards: Readonly<Record<string, CardTimes>>) {
  return { onMessage: () => undefined, timesOf: (segmentId: string) => cards[segmentId] ?? null };
}
