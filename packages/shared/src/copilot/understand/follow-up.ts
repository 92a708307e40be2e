import type { AskedQuestion } from "../../domain/question.ts";
import type { Question } from "./question.ts";
import type { Talk } from "./talk.ts";

const ASKS_HAVE =
  /\b(?:do|did|have) you (?:have|add|added|buy|bought|get|got|take|taken|purchase|purchased) (?:the |an? )?([^?.!]{3,60})/i;
const YES =
  /^(?:uh |um |oh |well )*(?:yeah|yes|yep|yup|sure|i do|we do|i did|we did|correct|right|of course|definitely|i have|we have|i think so)\b/i;
const NO = /^(?:uh |um |oh |well )*(?:no|nope|nah|never|i do ?n['’]?t|i did ?n['’]?t|not that)\b/i;

const OPTION_TOLD =
  /\b(?:i|we)(?: did| do|['’]ve)? (?:got|get|have|bought|buy|added|add|paid (?:\w+ )?for|purchased|never (?:got|bought|added)|did ?n['’]?t (?:get|buy|add))\b[^.?!]{0,40}\b(?:add[- ]?ons?|options?|packages?|riders?|extra coverage)\b/i;

/** "We got the air conditioning option with it": what the caller tells of an option, without being asked. */
function optionTold({ segments }: Talk): string | null {
  const own = segments
    .map(({ text }) => text)
    .join(" ")
    .trim();
  return OPTION_TOLD.test(own) ? own : null;
}

/**
 * The caller's answer to what the agent asked back of a question: the question once more, with what the answer tells.
 * Null where the turn answers nothing.
 */
export function followedUp(talk: Talk, asked: AskedQuestion | undefined): Question | null {
  const reading = asked?.reading;
  const told = asked && reading?.thing && reading.dealing === null ? optionTold(talk) : null;
  if (asked && reading && told !== null)
    return {
      ...reading,
      text: asked.text,
      kind: asked.kind ?? "coverage",
      segmentIds: talk.segments.map(({ segmentId }) => segmentId),
      told: `${asked.situation ?? ""}.\n${told}`,
    };
  const last = talk.before.at(-1);
  if (!asked || !reading?.thing || reading.dealing !== null || last?.speaker === "CUSTOMER" || !last)
    return null;
  const bought = ASKS_HAVE.exec(last.text)?.[1];
  const own = talk.segments
    .map(({ text }) => text)
    .join(" ")
    .trim();
  const says = YES.test(own) ? `i have the ${bought}` : NO.test(own) ? `i never added the ${bought}` : null;
  if (bought === undefined || says === null) return null;
  return {
    ...reading,
    text: asked.text,
    kind: asked.kind ?? "coverage",
    segmentIds: talk.segments.map(({ segmentId }) => segmentId),
    told: `${asked.situation ?? ""}.\n${says}.\n${own}`,
  };
}
