import { wordsOf } from "../language/words.ts";
import { withoutFillers } from "./clean-speech.ts";
import { spokenQuestions } from "./spoken-questions.ts";

/**
 * Whether the caller's words ask for something to be looked up. This is the plain judgement: statements that only
 * imply a question of coverage ("my dishwasher is leaking") do not count here.
 */
export function asksSomething(text: string): boolean {
  const words = withoutFillers(wordsOf(text));
  // "What about the garage one?" goes on with what was said before; by itself it asks for nothing that is known.
  return spokenQuestions(words).some(
    ({ core }) => words[core + 1]?.text !== "about" || !/^(?:what|how)$/.test(words[core]?.text ?? ""),
  );
}
