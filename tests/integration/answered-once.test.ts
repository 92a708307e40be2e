import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startProcess } from "../support/start-process.ts";
import { startServer } from "../support/start-server.ts";

test("killed between storing and answering: the question is answered once, after the restart", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "live-copilot-"));
  const { child, url } = await startProcess({ DATA_DIR: dataDir, TURN_PAUSE_MS: "3000" });
  {
    using client = connect(url);
    await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" });
    const stored = await post(url, { sessionId: "c1", text: "Is my dishwasher covered?" });
    expect(stored.status).toBe(202);
  }
  child.kill("SIGKILL");
  await once(child, "exit");

  await using server = await startServer({ LOG_CHECK_MS: "100" }, dataDir);
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]), { timeout: 15_000 });
  const ready = seen.updates.flatMap(({ cards }) => cards).filter(({ status }) => status === "ready");
  expect(ready).toHaveLength(1);
  await rm(dataDir, { recursive: true, force: true });
});
