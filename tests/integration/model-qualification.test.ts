import type { ChatCompletionRequest } from "@copilotkit/aimock";
import { expect, test, vi } from "vitest";
import { connect, post } from "../support/client.ts";
import { modelAnswer } from "../support/model-answer.ts";
import { runScriptWith } from "../support/run-script.ts";
import { startOpenAi } from "../support/services/start-openai.ts";
import { startServer } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";

const SAID = "My refrigerator's shelf broke. Is the shelf covered?";

/** Settings of a server with this model, and nothing said of whether it decides. */
const withModel = (baseUrl: string) => ({ OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "key" });

test("a model that says yes to everything writes, and the rules decide", async () => {
  await using model = await startOpenAi({ answer: modelAnswer });
  await using server = await startServer(withModel(model.baseUrl));
  using client = connect(server.url);
  await vi.waitFor(
    async () => {
      const { model: status } = await client.api.status.get.query();
      expect(status).toMatchObject({ decides: false, check: "failed" });
    },
    { timeout: 20_000 },
  );
  const ready = await (await fetch(`${server.url}/readyz`)).json();
  expect(ready).toMatchObject({ modelDecides: false, modelCheck: "failed" });
  await client.api.copilot.enable.mutate({ sessionId: "q-1", selectedPlan: "Premier", selectedState: "TX" });
  await post(server.url, { sessionId: "q-1", speaker: "CUSTOMER", text: SAID });
  await vi.waitFor(
    async () => {
      const { state } = await client.api.session.get.query({ sessionId: "q-1" });
      const [card] = state.cards;
      expect(card).toMatchObject({ status: "ready", decision: "No" });
      expect(card?.readings?.map(({ decision }) => decision)).toEqual(["Yes", "No"]);
    },
    { timeout: 20_000 },
  );
});

test("a result is kept: the next start does not ask again, another model is asked", async () => {
  await using data = await tempDir();
  await using model = await startOpenAi({ answer: modelAnswer });
  const known = async (settings: Record<string, string>) => {
    const server = await startServer({ ...withModel(model.baseUrl), ...settings }, data.path);
    using client = connect(server.url);
    await vi.waitFor(async () => expect((await client.api.status.get.query()).model?.check).toBe("failed"), {
      timeout: 20_000,
    });
    await server.stop();
    return model.calls.length;
  };
  const first = await known({});
  expect(first).toBeGreaterThan(0);
  expect(await known({})).toBe(first);
  expect(await known({ OPENAI_MODEL: "another" })).toBeGreaterThan(first);
});

test.each([
  ["1", true],
  ["0", false],
])(
  "OPENAI_DECIDES=%s holds whatever the check would find, and nothing is asked",
  async (decides, expected) => {
    await using model = await startOpenAi({ answer: modelAnswer });
    await using server = await startServer({ ...withModel(model.baseUrl), OPENAI_DECIDES: decides });
    using client = connect(server.url);
    const { model: status } = await client.api.status.get.query();
    expect(status).toMatchObject({ decides: expected, check: "set" });
    expect(model.calls).toHaveLength(0);
  },
);

test("without a model there is nothing to qualify", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  expect((await client.api.status.get.query()).model).toBeNull();
});

test("model:check prints each case and what follows from them", async () => {
  await using data = await tempDir();
  const answer = (request: ChatCompletionRequest) => modelAnswer(request);
  await using model = await startOpenAi({ answer });
  const settings = { DATA_DIR: data.path, ...withModel(model.baseUrl) };
  const done = await runScriptWith("apps/api/src/cli/model-check.ts", [], settings);
  expect(done.code).toBe(1);
  expect(done.stdout).toMatch(/promises +Yes +wanted No: The rack of my dishwasher broke/);
  expect(done.stdout).toMatch(/of 12 right\. It may write; the rules decide\./);
});
