import { startServer } from "../support/start-server.ts";
import { putUnderTest } from "./under-test.ts";

/**
 * The whole server as it is, with its default settings but for the webhook's limit and where its data lie. The argument
 * is JSON of settings that name services.
 */
const services: Record<string, string> = JSON.parse(process.argv[2] ?? "{}");
const server = await startServer({
  TURN_PAUSE_MS: "700",
  WEBHOOK_MAX_PER_SECOND: "1000000",
  ...services,
});
putUnderTest(server.url, async () => {
  if (server.failures.length > 0) console.error("Failures behind the answers:", server.failures.slice(0, 5));
  await server[Symbol.asyncDispose]();
});
