import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../support/start-server.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "live-copilot-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the real program until it ends by itself; what does not within ten seconds is killed and has no code. */
async function run(settings: Record<string, string>) {
  const child = spawn(process.execPath, ["apps/api/src/main.ts"], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", LOG_LEVEL: "silent", SAMPLE_DATA: "0", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 10_000,
    killSignal: "SIGKILL",
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

function expectRefusal({ code, said }: { code: number | null; said: string }, words: RegExp): void {
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

test("a wrong setting is named", async () => {
  const refused = await run({ DATA_DIR: join(folder, "a"), PORT: "http", TURN_PAUSE_MS: "-1" });
  expectRefusal(refused, /TURN_PAUSE_MS.*\n.*PORT/);
});

test("a port that is taken: the program says so, ends, and lets go of its data", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const settings = { DATA_DIR: join(folder, "b"), PORT: port };
  expectRefusal(await run(settings), new RegExp(`Port ${port} of 127\\.0\\.0\\.1 is taken.*PORT`));
  expectRefusal(await run(settings), /is taken/);
  other.close();
});

test("a HOST that does not exist is named", async () => {
  const open = { HOST: "no.such.host.invalid", WEBHOOK_KEYS: "k", ALLOW_OPEN_PAGE: "1" };
  expectRefusal(
    await run({ DATA_DIR: join(folder, "c"), ...open }),
    /cannot listen on no\.such\.host\.invalid/,
  );
});

test("a DATA_DIR that is a file, or holds files of another kind, is named", async () => {
  const file = join(folder, "file");
  const garbage = "no database ".repeat(500);
  await writeFile(file, garbage);
  expectRefusal(await run({ DATA_DIR: file }), /DATA_DIR .*file cannot be used/);
  for (const name of ["sessions.sqlite", "policies.sqlite"]) {
    const dir = join(folder, `with-${name}`);
    await mkdir(dir);
    await writeFile(join(dir, name), garbage);
    expectRefusal(await run({ DATA_DIR: dir }), /DATA_DIR .* cannot be used: .*not a database/);
  }
});

test.each([
  { uri: "mongodb://me:secret-word@127.0.0.1:9/calls", words: /MONGODB_URI names cannot be used/ },
  { uri: "mongodb://me:secret-word@127.0.0.1:port/calls", words: /MONGODB_URI/ },
  {
    uri: "postgres://me:secret-word@127.0.0.1/calls",
    words: /MONGODB_URI: an address that begins with mongodb:/,
  },
])("a database that cannot be used is told without its password: $uri", async ({ uri, words }) => {
  const refused = await run({ MONGODB_URI: uri });
  expectRefusal(refused, words);
  expect(refused.said).not.toContain("secret-word");
});

test("Redis without MongoDB is refused", async () => {
  expectRefusal(await run({ REDIS_URL: "redis://127.0.0.1:6379" }), /REDIS_URL is set without MONGODB_URI/);
});
