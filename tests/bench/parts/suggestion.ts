import { setTimeout as sleep } from "node:timers/promises";
import type { DecisionQuestion } from "../../eval/decisions-questions.ts";
import { modelAnswer } from "../../support/model-answer.ts";
import { startOpenAi } from "../../support/services/start-openai.ts";
import { createCardClock } from "../load/card-times.ts";
import { type CopilotSessions, openCopilotSessions } from "../load/copilot-sessions.ts";
import { openLoop, type Schedule, until } from "../load/open-loop.ts";
import { sampleQuestions } from "../load/questions.ts";
import { timeModel } from "../load/timed-model.ts";
import { atMost, type PartResult, type Row, type RunOptions } from "../part.ts";
import { startOurs } from "../server-process.ts";
import { openServices } from "../services.ts";
import { median, quantile, round } from "../stats.ts";
import { type Asked, type TurnTimes, timesOfTurns } from "./turn-times.ts";

const SESSIONS = 60;
const PER_SECOND = 5;
/** The agent speaks so long after the customer; a pause of 700 ms would end the turn as well. */
const REPLY_MS = 200;
/** What came of the last turns is there by then. */
const AFTER_MS = 3_000;
/** The model is silent for so long, then writes its answer in about 400 ms. */
const MODEL = { timeToFirstTokenMs: 300, piecesPerSecond: 45, answer: modelAnswer };

/** Over MongoDB, Milvus, Redis and a model: what a suggestion takes beyond the model's own time. */
export async function suggestionPart(options: RunOptions): Promise<PartResult> {
  const { quick } = options;
  await using services = await openServices();
  await using double = await startOpenAi(MODEL);
  await using model = await timeModel(double.baseUrl);
  const settings = {
    ...services.settings,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_DECIDES: "1",
    OPENAI_API_KEY: "none",
  };
  await using server = await startOurs(options, settings);
  const questions = await sampleQuestions();
  const contractOf = (place: number) => questions[place % questions.length];
  const clock = createCardClock();
  const names = Array.from({ length: SESSIONS }, (_, place) => `s${place}`);
  using sessions = await openCopilotSessions({
    url: server.url,
    sessions: names,
    contractOf,
    onMessage: clock.onMessage,
  });
  const ask = askInTurn(sessions, questions);
  const measure = async (seconds: number) => {
    const turns = await askAll(sessions, { perSecond: PER_SECOND, seconds }, ask);
    return { turns: turns.length, times: timesOfTurns(turns, clock, model.answers) };
  };
  await measure(5);
  const rounds: Round[] = [];
  for (let turn = 0; turn < (quick ? 1 : 4); turn += 1) {
    await server.takeUsage();
    const measured = await measure(quick ? 8 : 30);
    rounds.push({ ...measured, cpuMs: (await server.takeUsage()).cpuMs });
  }
  return resultOf(rounds);
}

interface Round {
  readonly turns: number;
  readonly times: readonly TurnTimes[];
  readonly cpuMs: number;
}

type Ask = (dueAt: number) => Promise<Asked>;

/** Has the next session's customer ask the next question, and the agent speak after it. */
function askInTurn({ speak, reply }: CopilotSessions, questions: readonly DecisionQuestion[]): Ask {
  let asked = 0;
  return async (dueAt) => {
    const place = asked % SESSIONS;
    const question = questions[(place + Math.floor(asked / SESSIONS)) % questions.length];
    const id = `q${asked++}`;
    if (!question) throw new Error("There are no questions.");
    const overAt = dueAt + REPLY_MS;
    await speak(`s${place}`, id, question);
    await until(overAt);
    await reply(`s${place}`, id);
    return { id, overAt };
  };
}

async function askAll(sessions: CopilotSessions, schedule: Schedule, ask: Ask): Promise<readonly Asked[]> {
  const turns: Asked[] = [];
  await openLoop(schedule, async (dueAt) => void turns.push(await ask(dueAt)));
  await sleep(AFTER_MS);
  sessions.giveUp();
  return turns;
}

function rowOf({ turns, times, cpuMs }: Round): Row {
  const at = (share: number, read: (one: TurnTimes) => number) => round(quantile(times.map(read), share), 1);
  return {
    turns,
    "by the model": times.length,
    "sources p50": at(0.5, ({ sources }) => sources),
    "p95 ms": at(0.95, ({ sources }) => sources),
    "until asked p50": at(0.5, ({ untilAsked }) => untilAsked),
    "model's own p50": at(0.5, ({ model }) => model),
    "after it p50": at(0.5, ({ after }) => after),
    "beyond p50": at(0.5, ({ overhead }) => overhead),
    "beyond p95 ms": at(0.95, ({ overhead }) => overhead),
    "first text p50": at(0.5, ({ draft }) => draft),
    "first text p95 ms": at(0.95, ({ draft }) => draft),
    "CPU ms/turn": round(cpuMs / turns, 1),
  };
}

function resultOf(rounds: readonly Round[]): PartResult {
  const p95 = (read: (times: TurnTimes) => number) =>
    median(rounds.map(({ times }) => quantile(times.map(read), 0.95)));
  const beyond = p95(({ overhead }) => overhead);
  const firstText = p95(({ draft }) => draft);
  return {
    title: "MongoDB, Milvus, Redis, OpenAI: turn over → suggestion",
    rows: rounds.map(rowOf),
    goals: [
      atMost("ready card beyond the model's own time, p95, ms: at most 80", beyond, 80),
      atMost("first text beyond the model's first token, p95, ms: at most 30", firstText, 30),
    ],
    notes: [
      `${SESSIONS} sessions with the copilot on, ${PER_SECOND} of the samples' questions a second, Poisson; the agent's final ends each turn, and every time counts from when it was due to be sent`,
      "the model: a double of OpenAI's API; its own time is from the whole request's arrival to the end of its answer, of each call, as something between it and our server saw it",
      "beyond = until the model is asked + from its answer's end to the ready card on the socket",
      "all processes on all cores, the services and the model among them; medians of the rounds",
    ],
  };
}
