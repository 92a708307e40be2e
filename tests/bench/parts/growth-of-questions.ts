import type { DecisionQuestion } from "../../eval/decisions-questions.ts";
import { type CopilotSessions, openCopilotSessions } from "../load/copilot-sessions.ts";
import { type CustomersTurn, sampleQuestions } from "../load/questions.ts";
import { customersLines } from "../load/talk.ts";
import type { RunOptions } from "../part.ts";
import { startOurs } from "../server-process.ts";
import type { Growth } from "./growth.ts";
import { settledCost, untilQuiet } from "./settled-cost.ts";

const BEFORE_SMALL = 10;
const BEFORE_LARGE = 1_990;
/** One of so many turns before the measured ones asks something that was not asked before. */
const ASKS_EVERY = 33;
/** Questions that are measured in each session and round; no session hears one of them twice. */
const MEASURED = 20;

/** Asks questions in the 20th turn of sessions and in the 2,000th, the copilot on. */
export async function growthOfQuestions(options: RunOptions): Promise<Growth> {
  const { quick } = options;
  await using server = await startOurs(options);
  const rounds = quick ? 1 : 3;
  const each = quick ? 2 : 6;
  const questions = await sampleQuestions();
  const [growing, probing] = [0, 1].map((odd) => questions.filter((_, place) => place % 2 === odd));
  const contractOf = (place: number) => questions[place % each];
  const sessions = Array.from({ length: each * (rounds + 1) }, (_, place) => `s${place}`);
  using opened = await openCopilotSessions({ url: server.url, sessions, contractOf });
  const lines = await customersLines();
  const cohort = (number: number) => sessions.slice(number * each, (number + 1) * each);
  const grow = (number: number, count: number) =>
    takeTurns(opened, cohort(number), talkWithQuestions(lines, growing ?? [], count));
  const probe = async (number: number, round: number) => {
    const asked = (probing ?? []).slice((round - 1) * MEASURED, round * MEASURED);
    const ms = await settledCost(server, () => takeTurns(opened, cohort(number), asked));
    return (ms * 1000) / (each * asked.length);
  };
  await grow(0, BEFORE_LARGE);
  await untilQuiet(server);
  const small: number[] = [];
  const large: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await grow(round, BEFORE_SMALL);
    small.push(await probe(round, round));
    large.push(await probe(0, round));
  }
  return { what: "a question's turn, the 2,000th against the 20th, copilot on", small, large };
}

/** Turns of a long call: mostly talk, now and then a question. */
function talkWithQuestions(
  lines: readonly string[],
  questions: readonly DecisionQuestion[],
  count: number,
): readonly CustomersTurn[] {
  return Array.from({ length: count }, (_, place) => {
    const question = place % ASKS_EVERY === 0 ? questions[place / ASKS_EVERY] : undefined;
    return question ?? { before: [], text: lines[place % lines.length] ?? "" };
  });
}

let turnsTaken = 0;

/** Every session hears these turns one after the other, each ended by the agent. */
async function takeTurns(
  { speak, reply }: CopilotSessions,
  sessions: readonly string[],
  turns: readonly CustomersTurn[],
): Promise<void> {
  const conversations = sessions.map(async (sessionId) => {
    for (const turn of turns) {
      const id = `t${turnsTaken++}`;
      await speak(sessionId, id, turn);
      await reply(sessionId, id);
    }
  });
  await Promise.all(conversations);
}
