import { setTimeout as sleep } from "node:timers/promises";
import type { DecisionQuestion } from "../../eval/decisions-questions.ts";
import { type CopilotSessions, openCopilotSessions } from "../load/copilot-sessions.ts";
import { openLoop, type Schedule, until } from "../load/open-loop.ts";
import { sampleQuestions } from "../load/questions.ts";
import { atMost, type PartResult, type RunOptions } from "../part.ts";
import { startOurs } from "../server-process.ts";
import { median, round, spread } from "../stats.ts";

const SESSIONS = 300;
const PER_SECOND = 100;
/** The agent speaks so long after the customer; a pause of 700 ms would end the turn as well. */
const REPLY_MS = 100;
/** A turn that has no card by then raised no question. */
const GIVE_UP_MS = 3000;

/** From the end of a customer's turn to the card with its sources and the rules' decision on the socket. */
export async function cardPart(options: RunOptions): Promise<PartResult> {
  const { quick } = options;
  await using server = await startOurs(options);
  const questions = await sampleQuestions();
  const contractOf = (place: number) => questions[place % questions.length];
  const names = Array.from({ length: SESSIONS }, (_, place) => `s${place}`);
  using sessions = await openCopilotSessions({ url: server.url, sessions: names, contractOf });
  const asker = askInTurn(sessions, questions);
  await measure(asker, { perSecond: PER_SECOND, seconds: 3 });
  const rounds = [];
  for (let turn = 0; turn < (quick ? 1 : 5); turn += 1) {
    await server.takeUsage();
    const round = await measure(asker, { perSecond: PER_SECOND, seconds: quick ? 4 : 12 });
    rounds.push({ ...round, usage: await server.takeUsage() });
  }
  const p99 = median(rounds.map(({ fromSchedule }) => fromSchedule.p99));
  const loopP99 = median(rounds.map(({ usage }) => usage.loopDelay.p99));
  const rows = rounds.map(({ fromSchedule, fromAnswer, turns, cards, usage }) => ({
    "turns/s": round(turns.perSecond),
    turns: turns.count,
    "with a card": cards,
    "p50 ms": round(fromSchedule.p50),
    "p99 ms": round(fromSchedule.p99),
    "max ms": round(fromSchedule.max),
    "p99 ms from the answer": round(fromAnswer.p99),
    "loop delay p99 ms": round(usage.loopDelay.p99),
    "loop delay max ms": round(usage.loopDelay.max),
    "CPU ms/turn": round(usage.cpuMs / turns.count),
  }));
  return {
    title: "turn over → card with sources and the rules' decision on the socket",
    rows,
    goals: [
      atMost(`p99 at ${PER_SECOND} questions/s, ms: under 50`, p99, 50),
      atMost("event-loop delay p99 meanwhile, ms: under 10", loopP99, 10),
    ],
    notes: [
      `${SESSIONS} sessions with the copilot on, the samples' labelled questions at Poisson arrivals; the agent's final ends each turn`,
      "latency from the scheduled send of that final; beside it from the webhook's answer to it",
      "each line is a round; the goals are held against the rounds' medians",
    ],
  };
}

/** Has the next session's customer ask the next question; gives the turn's id. */
type Ask = (dueAt: number) => Promise<{ fromSchedule: number; fromAnswer: number }>;

interface Asker {
  readonly ask: Ask;
  readonly giveUp: () => number;
}

function askInTurn(sessions: CopilotSessions, questions: readonly DecisionQuestion[]): Asker {
  let asked = 0;
  const ask: Ask = async (dueAt) => {
    const place = asked % SESSIONS;
    const round = Math.floor(asked / SESSIONS);
    const id = `q${asked++}`;
    const sessionId = `s${place}`;
    const question = questions[(place + round) % questions.length];
    if (!question) throw new Error("There are no questions.");
    const replyAt = dueAt + REPLY_MS;
    await sessions.speak(sessionId, id, question);
    await until(replyAt);
    const card = sessions.card(id);
    await sessions.reply(sessionId, id);
    const answeredAt = performance.now();
    const cardAt = await card;
    return { fromSchedule: cardAt - replyAt, fromAnswer: cardAt - answeredAt };
  };
  return { ask, giveUp: sessions.giveUp };
}

async function measure({ ask, giveUp }: Asker, schedule: Schedule) {
  const fromSchedule: number[] = [];
  const fromAnswer: number[] = [];
  let count = 0;
  const load = openLoop(schedule, async (dueAt) => {
    count += 1;
    const took = await ask(dueAt);
    if (Number.isNaN(took.fromSchedule)) return;
    fromSchedule.push(took.fromSchedule);
    fromAnswer.push(took.fromAnswer);
  });
  await sleep(schedule.seconds * 1000 + REPLY_MS + GIVE_UP_MS);
  giveUp();
  await load;
  return {
    fromSchedule: spread(fromSchedule),
    fromAnswer: spread(fromAnswer),
    turns: { count, perSecond: count / schedule.seconds },
    cards: fromSchedule.length,
  };
}
