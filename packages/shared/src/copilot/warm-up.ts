import { emptySessionMemory } from "../domain/session-memory.ts";
import { withSearch } from "./advise-by-rules.ts";
import { answerQuestion } from "./answer-question.ts";
import type { CopilotDeps } from "./deps.ts";
import { readTurn } from "./understand/read-turn.ts";

/** What callers ordinarily say: one of each kind of question, and each way of answering. */
const WORDS = [
  "my water heater is leaking is that covered",
  "the guy said the air conditioner was put in wrong do i have to pay for that",
  "how much is the service fee and how long until somebody comes",
  "can i use my own contractor and get reimbursed",
  "what happens if i cancel after three months",
  "is the pool pump covered it was rusted when we moved in",
];

/**
 * Reads and answers a few questions once, so that the first caller does not wait for what is compiled and
 * remembered on first use: tenths of a second. Stores nothing.
 */
export async function warmUp(
  deps: Pick<CopilotDeps, "index" | "synonyms" | "book" | "knowsPlan" | "now">,
): Promise<void> {
  for (const text of WORDS) {
    const segments = [{ segmentId: "warm-up", text }];
    const { questions } = readTurn({
      segments,
      before: [],
      asked: [],
      intent: null,
      synonyms: deps.synonyms(),
      book: deps.book(),
    });
    for (const { question } of questions)
      await answerQuestion(deps, withSearch(question), emptySessionMemory("warm-up"));
  }
}
