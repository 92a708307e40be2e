import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

const SOON = { timeout: 5_000 };
const ON = { sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" };

test("a caller who speaks another language is told of once, and raises no cards and no intent by it", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const say = (segmentId: string, text: string) => post(server.url, { sessionId: "c1", segmentId, text });
  const noticed = () => seen.updates.flatMap(({ callerLanguage }) => callerLanguage ?? []);
  await say("a", "Hola.");
  await say("b", "Buenos días, tengo un problema con mi refrigerador y quiero saber si el plan lo cubre.");
  await vi.waitFor(() => expect(noticed()).toEqual([{ language: "es", library: "en" }]), SOON);
  await say("c", "¿Está cubierto mi horno también?");
  await say("d", "It is my turn. Is my dishwasher covered?");
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  expect(seen.cards()[0]?.question.text).toMatch(/dishwasher/);
  expect(noticed()).toHaveLength(1);
  const { state } = await client.api.session.get.query({ sessionId: "c1" });
  expect(state.callerLanguage).toEqual({ language: "es", library: "en" });
});

test("a greeting, a name and a place in another language are English speech", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const text = "Hola, this is José de la Cruz from El Paso. Is my dishwasher covered?";
  await post(server.url, { sessionId: "c1", segmentId: "a", text });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  expect(seen.updates.some(({ callerLanguage }) => callerLanguage)).toBe(false);
});
