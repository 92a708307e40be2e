import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connect, post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";
import { fencesOf, readDocument } from "./read-document.ts";

const command =
  fencesOf(await readDocument("connect.md")).find(({ text }) => text.includes("backup("))?.text ?? "";

test("the backup command copies a running server's data, and a server starts from the copy", async () => {
  await using dir = await tempDir();
  await using server = await startServer();
  await post(server.url, { sessionId: "c1", segmentId: "a", text: "before the backup" });
  await symlink(server.dataDir, join(dir.path, ".data"), "junction");
  const script = /-e '([\s\S]+)'$/.exec(command)?.[1] ?? "";
  expect(script).toContain(".data/");
  await mkdir(join(dir.path, "backup"));
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: dir.path,
    stdio: "inherit",
  });
  expect(await once(child, "close")).toEqual([0, null]);
  await post(server.url, { sessionId: "c1", segmentId: "b", text: "after the backup" });

  const restored = join(dir.path, "restored");
  await rename(join(dir.path, "backup"), restored);
  await using again = await startServer({ SAMPLE_DATA: "0" }, restored);
  using client = connect(again.url);
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments.map(({ text }) => text)).toEqual(["before the backup"]);
  expect((await client.api.status.get.query()).customers).toBeGreaterThan(0);
  await again.stop();
});
