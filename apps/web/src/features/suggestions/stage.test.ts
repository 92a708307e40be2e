import type { SuggestionCard } from "@live-copilot/shared";
import { expect, it } from "vitest";
import { clearShown, EMPTY_STAGE, finishShown, nextCard, pickCard, settleStage } from "./stage.ts";

const card = (id: string, rest: Partial<SuggestionCard> = {}): SuggestionCard => ({
  id,
  status: "ready",
  origin: "customer",
  question: { text: id, segmentIds: [] },
  decision: "Yes",
  reason: "",
  script: "",
  citations: [],
  nextSteps: [],
  context: { plan: null, state: null, contractType: null },
  engine: "rules",
  timings: {},
  createdAt: "2026-11-23T10:00:00.000Z",
  updatedAt: "2026-11-23T10:00:00.000Z",
  ...rest,
});
const [a, b, c] = [card("a"), card("b"), card("c")];

it("opens with the newest answer and calls the others past", () => {
  const stage = settleStage(EMPTY_STAGE, [a, b, c], {});
  expect(stage).toMatchObject({ shown: "c", waiting: [] });
});

it("shows the agent's own question also when it is the call's first", () => {
  const own = card("q", { origin: "agent" });
  expect(settleStage(EMPTY_STAGE, [own], {})).toMatchObject({ shown: "q", waiting: [] });
});

it("goes on after a reload where it was: what was being read, and what nobody saw yet", () => {
  const stage = settleStage(EMPTY_STAGE, [a, b, c], { a: ["shown", "used"], b: ["shown"] });
  expect(stage).toMatchObject({ shown: "b", waiting: ["c"] });
  const done = settleStage(EMPTY_STAGE, [a, b, c], { a: ["used"], b: ["used"] });
  expect(done).toMatchObject({ shown: "c", waiting: [] });
});

it("lets a new answer wait while one is being read, and gives way when the agent is done", () => {
  const reading = settleStage(settleStage(EMPTY_STAGE, [a], {}), [a, b, c], {});
  expect(reading).toMatchObject({ shown: "a", waiting: ["b", "c"] });
  const done = settleStage(finishShown(reading), [a, b, c], {});
  expect(done).toMatchObject({ shown: "b", waiting: ["c"] });
  expect(nextCard(done)).toMatchObject({ shown: "c", waiting: [] });
});

it("takes the marks of another tab for done", () => {
  const reading = settleStage(settleStage(EMPTY_STAGE, [a], {}), [a, b], {});
  expect(settleStage(reading, [a, b], { a: ["used"] }).shown).toBe("b");
});

it("keeps what the agent picked or pinned, though it is done", () => {
  const stage = pickCard(settleStage(EMPTY_STAGE, [a, b], { a: ["used"] }), "a");
  expect(settleStage(stage, [a, b, c], { a: ["used"] })).toMatchObject({ shown: "a", waiting: ["c"] });
  const pinned = settleStage(EMPTY_STAGE, [a], { a: ["copied", "pinned"] });
  expect(settleStage(pinned, [a, b], { a: ["copied", "pinned"] }).shown).toBe("a");
});

it("updates in place: a card that becomes ready neither moves nor is announced", () => {
  const sources = settleStage(EMPTY_STAGE, [card("a", { status: "sources" })], {});
  expect(settleStage(sources, [a], {})).toBe(sources);
});

it("leaves a withdrawn card for its successor and forgets a withdrawn one that waited", () => {
  const shown = settleStage(EMPTY_STAGE, [card("a", { status: "sources" })], {});
  const gone = card("a", { status: "withdrawn", supersededBy: "b" });
  expect(settleStage(shown, [gone, b], {}).shown).toBe("b");
  const reading = settleStage(settleStage(EMPTY_STAGE, [a], {}), [a, b], {});
  expect(settleStage(reading, [a, card("b", { status: "withdrawn" })], {}).waiting).toEqual([]);
});

it("shows the agent's own question at once", () => {
  const reading = settleStage(settleStage(EMPTY_STAGE, [a], {}), [a, b], {});
  const asked = settleStage(reading, [a, b, card("q", { origin: "agent" })], {});
  expect(asked).toMatchObject({ shown: "q", waiting: ["b"] });
});

it("is empty after the only card was dismissed, and stays so", () => {
  const cleared = clearShown(settleStage(EMPTY_STAGE, [a], {}));
  expect(settleStage(cleared, [a], { a: ["dismissed"] })).toMatchObject({ shown: null, waiting: [] });
});
