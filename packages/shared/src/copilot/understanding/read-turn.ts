import type { ExtractedQuestion } from "../advice.ts";
import type { Synonyms } from "../ports.ts";
import { readIntent } from "./read-intent.ts";
import { readQuestions, writeAsk } from "./read-questions.ts";
import type { TurnInput, TurnReading } from "./reading.ts";

/** Reads one turn of a customer by rules. Pure; never throws; takes time in proportion to the turn's length. */
export function readTurn(input: TurnInput): TurnReading {
  return { intent: readIntent(input), questions: readQuestions(input) };
}

/** Reads a question that the agent typed: always one question, whatever its words. */
export function readAsk(question: string, synonyms: Synonyms): ExtractedQuestion {
  return writeAsk(question, synonyms);
}
