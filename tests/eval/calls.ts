import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SuggestionCard } from "@live-copilot/shared";
import { connect, type OpenClient, post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";
import type { EvalRow } from "./eval-row.ts";

interface ExpectedCard {
  readonly segmentIds: readonly string[];
  readonly about: string;
  readonly decision: SuggestionCard["decision"];
  readonly clauses: readonly string[];
}

interface LabelledCall {
  readonly id: string;
  readonly context: Readonly<Record<string, string>>;
  readonly segments: readonly Readonly<Record<string, unknown>>[];
  readonly expect: {
    readonly intent: string;
    readonly customer: string;
    readonly cards: readonly ExpectedCard[];
  };
}

/** An expected card, and the card that the call got for it, if one. */
export interface JudgedCard {
  readonly call: string;
  readonly expected: ExpectedCard;
  readonly card: SuggestionCard | undefined;
}

interface JudgedCall {
  readonly cards: readonly JudgedCard[];
  /** Cards that nothing expected. */
  readonly others: readonly SuggestionCard[];
  readonly intent: boolean;
}

/** How the sample calls are answered by a whole server, final words only, each at its place on the time line. */
export async function evaluateCalls(samplesFolder: string): Promise<EvalRow[]> {
  return callRows(await judgeCalls(samplesFolder));
}

async function judgeCalls(samplesFolder: string): Promise<JudgedCall[]> {
  await using server = await startServer({ LOG_CHECK_MS: "100" });
  using client = connect(server.url);
  const folder = join(samplesFolder, "calls");
  const judged: JudgedCall[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const call: LabelledCall = JSON.parse(await readFile(join(folder, name), "utf8"));
    judged.push(await judgeCall(call, server.url, client));
  }
  return judged;
}

async function judgeCall(call: LabelledCall, url: string, client: OpenClient): Promise<JudgedCall> {
  const sessionId = call.id;
  await client.api.copilot.enable.mutate({ sessionId });
  for (const { partials: _partials, ...segment } of call.segments) {
    await post(url, { sessionId, ...call.context, ...segment });
    await settled(client, sessionId);
  }
  await client.api.session.end.mutate({ sessionId });
  const state = await settled(client, sessionId);
  const left = [...state.cards];
  const cards = call.expect.cards.map((expected) => {
    const at = left.findIndex(({ question }) =>
      question.segmentIds.some((id) => expected.segmentIds.includes(id)),
    );
    return { call: call.id, expected, card: at < 0 ? undefined : left.splice(at, 1)[0] };
  });
  return { cards, others: left, intent: state.intent?.label === call.expect.intent };
}

/** The session's state once nothing was added to it for longer than a turn's pause. */
async function settled(client: OpenClient, sessionId: string) {
  let seq = -1;
  for (;;) {
    const { state } = await client.api.session.get.query({ sessionId });
    if (state.seq === seq) return state;
    seq = state.seq;
    await sleep(90);
  }
}

function callRows(calls: readonly JudgedCall[]): EvalRow[] {
  const cards = calls.flatMap((call) => call.cards);
  const share = (metric: string, rows: readonly boolean[]): EvalRow => {
    return { name: "sample calls", metric, value: rows.filter(Boolean).length / rows.length, n: rows.length };
  };
  const cited = cards.filter(({ expected }) => expected.clauses.length > 0);
  return [
    share(
      "intent at the end",
      calls.map(({ intent }) => intent),
    ),
    share(
      "expected card there",
      cards.map(({ card }) => card !== undefined),
    ),
    share(
      "decision right",
      cards.map(({ card, expected }) => card?.decision === expected.decision),
    ),
    share(
      "wrong Yes",
      cards.map(({ card, expected }) => card?.decision === "Yes" && expected.decision !== "Yes"),
    ),
    share(
      "wrong No",
      cards.map(({ card, expected }) => card?.decision === "No" && expected.decision !== "No"),
    ),
    share(
      "an expected clause cited",
      cited.map(({ card, expected }) =>
        (card?.citations ?? []).some(({ clauseId }) => expected.clauses.includes(clauseId)),
      ),
    ),
    {
      name: "sample calls",
      metric: "other cards a call",
      value: calls.flatMap(({ others }) => others).length / calls.length,
      n: calls.length,
    },
  ];
}

/** One line a card, for those who look for what went wrong. */
function lineOf({ call, expected, card }: JudgedCard): string {
  const right = card?.decision === expected.decision ? "      " : "WRONG ";
  const cites = (card?.citations ?? []).map(({ clauseId }) => clauseId).join(",");
  return `${right}${call} | ${expected.about}: ${expected.decision}, not ${card?.decision} | cites ${cites}, expected ${expected.clauses} | ${card?.question.text} | ${card?.reason} | ${card?.script}`;
}

if (import.meta.main) {
  const calls = await judgeCalls(process.argv[2] ?? "samples");
  for (const line of calls.flatMap(({ cards }) => cards.map(lineOf))) console.log(line);
  for (const { others } of calls)
    for (const { decision, question } of others) console.log(`other ${decision} | ${question.text}`);
  console.table(callRows(calls));
}
