import { emptySessionMemory, type NewFact, remember } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";
import { expect, test, vi } from "vitest";
import { createPolicyIndex } from "../adapters/minisearch/policy-index.ts";
import { openWorkplace, SESSION, say, setPlan, switchCopilot, toldAdvisor } from "./turn-worker.fixture.ts";

const ASK = "Is my dishwasher covered?";

test("a card that was finished while another replica took it up stays finished", async () => {
  await using place = await openWorkplace();
  const advisor = toldAdvisor();
  const worker = place.start({ advisor });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
  const [card] = await place.cards();
  if (!card) throw new Error("no card");
  await worker.stop();
  // The other replica read the log before the answer came, and takes the card up after it.
  const ready = { ...card, status: "ready" as const, script: "in time" };
  await place.log.append(SESSION, [{ kind: "card", key: `card:${card.id}:0:ready`, data: ready }]);
  const takenUp = { ...card, updatedAt: new Date().toISOString() };
  await place.log.append(SESSION, [{ kind: "card", key: `card:${card.id}:taken-up`, data: takenUp }]);
  const memory = (await place.events()).reduce(remember, emptySessionMemory(SESSION));
  expect(memory.state.cards).toMatchObject([{ status: "ready", script: "in time" }]);
});

test("a plan that the library learns of while a model writes does not leave the card unfinished", async () => {
  await using place = await openWorkplace();
  const advisor = toldAdvisor();
  let isKnown = false;
  place.start({ advisor, knowsPlan: () => isKnown });
  await switchCopilot(place.log, true);
  await setPlan(place.log, "Plus");
  await say(place.log, ASK);
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
  isKnown = true;
  await say(place.log, "One moment.", "AGENT");
  await vi.waitFor(async () => expect(await place.log.due(Date.now(), 10)).toEqual([]));
  advisor.answer("none");
  await vi.waitFor(async () => expect(await place.cards()).toMatchObject([{ status: "ready" }]));
  expect(place.failures).toEqual([]);
});

test("a turn that took longer than its lease and was worked by another replica meanwhile is not written twice", async () => {
  await using place = await openWorkplace();
  const [slow, other] = [toldAdvisor(), toldAdvisor()];
  const index = createPolicyIndex();
  const search = Promise.withResolvers<[]>();
  const worker = place.start({ advisor: slow, index: { ...index, search: () => search.promise } });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(async () => expect((await place.events()).some(({ kind }) => kind === "turn")).toBe(true));
  place.start({ advisor: other });
  await vi.waitFor(() => expect(other.asked).toHaveLength(1));
  search.resolve([]);
  await worker.stop();
  expect(slow.asked).toEqual([]);
});

test("words that another replica's claim holds are not worked a second time, however they were split here", async () => {
  await using place = await openWorkplace();
  await switchCopilot(place.log, true);
  const receivedAt = new Date(Date.now() - 5_000).toISOString();
  const said = (id: string, speaker: "CUSTOMER" | "AGENT", atMs: number, text: string): NewFact => {
    return {
      kind: "segment",
      key: `segment:${id}`,
      data: { segmentId: id, speaker, text, atMs, receivedAt },
    };
  };
  await place.log.append(SESSION, [
    said("a", "CUSTOMER", 1_000, "Is my dishwasher covered?"),
    said("b", "CUSTOMER", 1_200, "And is my furnace covered?"),
    // Spoken between the two, and heard after the other replica had taken them for one turn.
    said("c", "AGENT", 1_100, "Yes?"),
  ]);
  const leaseUntil = new Date(Date.now() + 60_000).toISOString();
  const data = { turnSeq: 2, segments: [2, 3], attempt: 1, leaseUntil };
  const theirs: NewFact = { kind: "turn", key: "turn:2", data };
  const append: SessionLog["append"] = async (sessionId, facts, dueAt) => {
    if (facts.some(({ key }) => key === "turn:2")) await place.log.append(sessionId, [theirs]);
    return place.log.append(sessionId, facts, dueAt);
  };
  place.start({ log: { ...place.log, append } });
  await vi.waitFor(async () => expect((await place.events()).some(({ kind }) => kind === "turn")).toBe(true));
  await place.log.append(SESSION, [said("d", "AGENT", 9_000, "One moment.")], Date.now());
  await vi.waitFor(async () => expect(await place.log.due(Date.now(), 10)).toEqual([]));
  const turns = (await place.events()).filter(({ kind }) => kind === "turn");
  expect(turns.map(({ key }) => key)).toEqual(["turn:2"]);
});
