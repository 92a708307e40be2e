import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { replayCall } from "../samples/replay-call.ts";
import { callLength, readSampleCalls, type SampleCall } from "../samples/sample-call.ts";

const FOLDER = join(fileURLToPath(new URL("../../../../", import.meta.url)), "samples/calls");

const USAGE = `Plays a sample call through the webhook of a running server.

  npm run replay -- [call] [--speed N] [--url http://127.0.0.1:3000] [--key KEY] [--list]

  call      a sample call's id; without one the first is played
  --speed   1 is true speed (default), 10 is ten times as fast
  --key     one of the server's WEBHOOK_KEYS; default: the first in WEBHOOK_KEYS
  --list    shows the sample calls
`;

interface Target {
  readonly url: string;
  readonly key: string | undefined;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      speed: { type: "string", default: "1" },
      url: { type: "string", default: `http://127.0.0.1:${process.env["PORT"] || 3000}` },
      key: { type: "string" },
      list: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const calls = await readSampleCalls(FOLDER);
  if (values.list) return void process.stdout.write(calls.map(listed).join(""));
  const call = calls.find(({ id }) => id === (positionals[0] ?? calls[0]?.id));
  if (!call)
    throw new Error(
      `There is no sample call ${positionals[0]}. Known: ${calls.map(({ id }) => id).join(", ")}.`,
    );
  const speed = Number(values.speed);
  if (!(speed >= 0.25 && speed <= 100)) throw new Error("--speed takes a number from 0.25 to 100.");
  const key = values.key ?? process.env["WEBHOOK_KEYS"]?.split(",")[0]?.trim();
  await play(call, speed, { url: values.url, key: key || undefined });
}

async function play(call: SampleCall, speed: number, target: Target): Promise<void> {
  const sessionId = `sample-${call.id}-${randomBytes(4).toString("hex")}`;
  const seconds = Math.round(callLength(call) / 1000 / speed);
  process.stdout.write(`${call.title}: about ${seconds} s\n${target.url}/calls/${sessionId}\n`);
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort());
  await replayCall(call, sessionId, {
    speed,
    signal: abort.signal,
    post: async (body) => {
      await send(target, "/webhook", body);
      if (body["final"] !== false)
        process.stdout.write(`  ${body["speaker"] === "AGENT" ? "agent   " : "customer"}  ${body["text"]}\n`);
    },
  });
  await send(target, "/trpc/session.end", { sessionId });
}

async function send({ url, key }: Target, path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json", ...(key ? { "x-api-key": key } : {}) };
  const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) }).catch(
    () => {
      throw new Error(`No server answers at ${url}. Start one with \`npm start\`.`);
    },
  );
  const answer = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer.slice(0, 500)}`);
}

function listed(call: SampleCall): string {
  return `${call.id.padEnd(28)}${call.title} (${Math.round(callLength(call) / 1000)} s)\n${" ".repeat(28)}${call.summary}\n`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
