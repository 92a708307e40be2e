import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../support/start-server.ts";

interface Call {
  readonly context: Readonly<Record<string, string>>;
  readonly segments: readonly { readonly speaker: string; readonly text: string }[];
}

/** One event on its way to the webhook. */
export interface TalkEvent {
  readonly segmentId: string;
  readonly body: string;
}

/** Gives a session's next event: the customer's and the agent's words in turn, without end. */
export type Talk = (sessionId: string) => TalkEvent;

const LINE_MS = 3000;

/** Talk in the sample calls' words, with their context in every event as a contact flow sends it. */
export async function sampleTalk(): Promise<Talk> {
  const calls = await sampleCalls();
  const sessions = new Map<string, { readonly call: Call | undefined; said: number }>();
  return (sessionId) => {
    const session = sessions.get(sessionId) ?? { call: calls[sessions.size % calls.length], said: 0 };
    sessions.set(sessionId, session);
    const { call } = session;
    if (!call) throw new Error("There are no sample calls.");
    const place = session.said++;
    const segmentId = `${sessionId}-${place}`;
    const body = JSON.stringify({
      sessionId,
      segmentId,
      speaker: place % 2 === 0 ? "CUSTOMER" : "AGENT",
      text: call.segments[place % call.segments.length]?.text,
      beginOffsetMs: place * LINE_MS,
      endOffsetMs: place * LINE_MS + LINE_MS / 2,
      ...call.context,
    });
    return { segmentId, body };
  };
}

/** Everything that customers say in the sample calls. */
export async function customersLines(): Promise<readonly string[]> {
  const spoken = (await sampleCalls()).flatMap(({ segments }) => segments);
  return spoken.filter(({ speaker }) => speaker === "CUSTOMER").map(({ text }) => text);
}

async function sampleCalls(): Promise<readonly Call[]> {
  const folder = join(ROOT, "samples/calls");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), "utf8"))));
}
