import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runScript } from "../support/run-script.ts";
import { ROOT, startServer } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";

const NEW = `---
document: turntables
title: Turntable Rider
version: "1"
plans: all
states: all
contractTypes: all
---
# Turntable Rider
## Turntables {#turntables .coverage}
We cover the stylus of a turntable.
`;

test("a running server answers from an ingested document within two seconds", async () => {
  await using server = await startServer();
  await using dir = await tempDir();
  await cp(join(ROOT, "samples/library"), dir.path, { recursive: true });
  await writeFile(join(dir.path, "turntables.md"), NEW);
  const search = async () => {
    const input = encodeURIComponent(JSON.stringify({ query: "stylus of my turntable" }));
    const response = await fetch(`${server.url}/trpc/policy.search?input=${input}`);
    return await response.text();
  };
  expect(await search()).not.toContain("Turntable Rider");
  const run = await runScript("apps/api/src/cli/ingest.ts", [dir.path], server.dataDir);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  await vi.waitFor(async () => expect(await search()).toContain("Turntable Rider"), {
    timeout: 2_000,
    interval: 50,
  });
  expect(server.failures).toEqual([]);
});
