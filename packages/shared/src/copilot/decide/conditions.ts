import type { Condition } from "../contract/conditions.ts";
import { isFunctionWord } from "../language/function-words.ts";
import { spokenNumber } from "../language/money.ts";
import { tokensOf } from "../language/tokens.ts";
import type { Case } from "./case.ts";

export const UNKNOWING =
  /\b(?:(?:do|did|does) not know|did ?n['’]?t know|no idea|never knew|had no clue|no clue|unaware|not aware|nobody (?:knew|could|told)|could ?n['’]?t have known|no way (?:to|of) know\w*)\b/i;
export const OF_KNOWING =
  /\b(?:nobody could have|could (?:not )?have found|not know|knew of|know of|known|aware|knowledge)\b/i;
/** How much of a condition's words must have been said for it to count as met. */
const MET = 0.6;

/** The numbers that the caller's words say, in digits or in words. */
function numbersTold(told: string): number[] {
  const digits = [...told.matchAll(/\b\d{1,3}\b/g)].map(([number]) => Number(number));
  const words = [
    ...told.matchAll(
      /\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)\b/gi,
    ),
  ];
  return [...digits, ...words.flatMap(([number]) => spokenNumber(number) ?? [])];
}

/** Whether the caller's words meet a condition: true, false, or null where they leave it open. */
export function isMet({ sense, text }: Condition, { question, subject }: Case): boolean | null {
  if (OF_KNOWING.test(text)) {
    const unknowing = UNKNOWING.test(question.told);
    if (!unknowing) return null;
    return /\bnot\b/i.test(text) ? sense === "if" : sense === "unless";
  }
  const degrees = /(\d{2,3}) degrees or more/i.exec(text)?.[1];
  if (degrees !== undefined) {
    const told = numbersTold(question.told).filter((number) => number >= 30 && number <= 120);
    if (told.length > 0) return Math.max(...told) >= Number(degrees) ? sense === "if" : sense === "unless";
  }
  const content = tokensOf(text)
    .map(({ stem }) => stem)
    .filter((stem) => !isFunctionWord(stem));
  const said = content.filter((stem) => subject.said.has(stem)).length;
  return content.length > 0 && said / content.length >= MET ? sense === "if" : null;
}
