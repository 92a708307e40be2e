import { openOpenAi } from "@live-copilot/api/adapters/openai/open-openai.ts";
import { POOL_ANSWER } from "../support/model-case.ts";
import { startOpenAi } from "../support/services/start-openai.ts";
import { describeAdvisor } from "./advisor.contract.ts";

describeAdvisor("OpenAI", async (engine) => {
  const server = await startOpenAi({
    answer: () => POOL_ANSWER,
    ...(engine === "fails" ? { faults: { error: 1 } } : {}),
    ...(engine === "hangs" ? { timeToFirstTokenMs: 60_000 } : {}),
  });
  const models = openOpenAi({
    baseUrl: server.baseUrl,
    model: "gpt-5-mini",
    concurrency: 4,
    deadlineMs: 6_000,
  });
  return {
    ...models.advisor,
    async [Symbol.asyncDispose]() {
      await models.close();
      await server[Symbol.asyncDispose]();
    },
  };
});
