import { withoutFillers } from "./clean-speech.ts";
import { spokenQuestions } from "./spoken-questions.ts";
import { wordsOf } from "./words.ts";

/**
 * Whether the caller's words ask for something to be looked up. This is the plain judgement: statements that only
 * imply a question of coverage ("my dishwasher is leaking") do not count here.
 */
export function asksSomething(text: string): boolean {
  return spokenQuestions(withoutFillers(wordsOf(text))).length > 0;
}
