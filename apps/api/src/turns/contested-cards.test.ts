import { emptySessionMemory, remember } from "@live-copilot/shared";
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
