import { join } from "node:path";
import { type DecisionQuestion, readDecisionQuestions } from "../../eval/decisions-questions.ts";
import { ROOT } from "../../support/start-server.ts";

/** What a customer says in one turn, in fragments. */
export type CustomersTurn = Pick<DecisionQuestion, "before" | "text">;

/** The labelled questions of the samples: customers' turns that mostly raise a question. */
export function sampleQuestions(): Promise<DecisionQuestion[]> {
  return readDecisionQuestions(join(ROOT, "samples"));
}

/** The customer's words of one turn, as the webhook takes them; the last has the segment id `id`. */
export function turnBody(sessionId: string, id: string, { before, text }: CustomersTurn): string {
  const said = [...before, text].map((words, place, all) => ({
    sessionId,
    segmentId: place === all.length - 1 ? id : `${id}-${place}`,
    text: words,
  }));
  return JSON.stringify(said);
}

/** The agent's final that ends the customer's turn. */
export function agentBody(sessionId: string, id: string): string {
  return JSON.stringify({ sessionId, segmentId: `${id}-agent`, speaker: "AGENT", text: "let me look" });
}
