import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lockDataDir } from "@live-copilot/api/adapters/sqlite/data-dir-lock.ts";
import { expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.ts";

const SCRIPT = fileURLToPath(new URL("../support/hold-data-dir.ts", import.meta.url));

test("one process at a time holds a data directory, and a killed one holds it no longer", async () => {
  await using dir = await tempDir();
  const path = join(dir.path, "made", "when missing");
  const child = spawn(process.execPath, [SCRIPT, path], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  expect(() => lockDataDir(path)).toThrow(`${path} is in use by another server (process ${child.pid})`);
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
  lockDataDir(path).release();
});

test("within one process it is held once as well, until it is released", async () => {
  await using dir = await tempDir();
  const lock = lockDataDir(dir.path);
  expect(() => lockDataDir(dir.path)).toThrow(`(process ${process.pid})`);
  lock.release();
  lock.release();
  lockDataDir(dir.path).release();
});
