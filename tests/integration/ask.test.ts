import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("other words under a requestId that is taken are refused, not lost", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus" });
  const ask = { sessionId: "c1", requestId: "r1", question: "what is the service fee" };
  const { cardId } = await client.api.copilot.ask.mutate(ask);
  const other = client.api.copilot.ask.mutate({ ...ask, question: "is the roof covered" });
  await expect(other).rejects.toMatchObject({ data: { reason: "CONFLICT" } });
  expect(await client.api.copilot.ask.mutate({ ...ask, question: " what is the service fee " })).toEqual({
    cardId,
  });
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ id: cardId, status: "ready" }]));
});

test("feedback, context and questions each keep the copilot on", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus" });
  await post(server.url, { sessionId: "c1", text: "Is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]));
  const cardId = seen.cards()[0]?.id ?? "";
  const expiry = async () => {
    const { state } = await client.api.session.get.query({ sessionId: "c1" });
    return Date.parse(state.copilot.expiresAt ?? "");
  };
  const acts = [
    () => client.api.suggestion.feedback.mutate({ sessionId: "c1", cardId, kind: "helpful" }),
    () => client.api.session.updateContext.mutate({ sessionId: "c1", state: "TX" }),
    () => client.api.copilot.ask.mutate({ sessionId: "c1", requestId: "r1", question: "what is the fee" }),
    () => post(server.url, { sessionId: "c1", speaker: "AGENT", text: "One moment." }),
  ];
  for (const act of acts) {
    const before = await expiry();
    await vi.waitFor(() => expect(Date.now() + 3_600_000).toBeGreaterThan(before));
    await act();
    expect(await expiry()).toBeGreaterThan(before);
  }
});
