import type { TurnReadings } from "./talk.ts";
import type { NamedThing } from "./things.ts";

const NO_REPORT =
  /^(?:cleaned|checked|serviced|inspected|replaced|fixed|repaired|installed|a|an|the|in|on|covered|included|fine|good|great|ok|okay|new|old|under|for|about|my|our|from|one|not|and|or|that|which)$/;
const VERB =
  /^(?:keeps?|takes?|goes|go|makes?|leaves?|gets?|got|just|only|never|always|started|starts|wobbles?|smells?|sounds?|shakes?|feels?|looks?|seems?|stays?|comes?|turns?|has|had|stopped|stinks|cycles|runs?|spins|blinks|fills|screams|drips)$/;

/** The thing is what a sentence tells of: "my dryer takes three hours". What it tells need be no known symptom. */
export function isReported(
  { from, to, sort, isPlace }: NamedThing,
  { heard: { tokens, words } }: TurnReadings,
): boolean {
  if (isPlace || (sort !== "thing" && sort !== "part") || words[to - 1]?.mark === "?") return false;
  const [two, one] = [tokens[from - 2]?.text ?? "", tokens[from - 1]?.text ?? ""];
  const isLed =
    /^(?:my|our|the|this|that)$/.test(one) &&
    (two === "" ||
      words[from - 2]?.mark !== "" ||
      /^(?:and|but|so|because|now|well|hi|hello|yeah|okay|says?|like|hey|know)$/.test(two));
  if (!isLed && from > 0) return false;
  const next = tokens[to]?.text ?? "";
  const after = tokens[to + 1]?.text ?? "";
  if (/^(?:is|are|was|were)$/.test(next)) return after !== "" && !NO_REPORT.test(after);
  return (
    VERB.test(next) ||
    (/(?:ed|ing)$/.test(next) && !/^(?:covered|included|during|installed|being|needed)$/.test(next))
  );
}

function rest(tokens: TurnReadings["heard"]["tokens"], from: number): string {
  return tokens
    .slice(from, from + 8)
    .map(({ text }) => text)
    .join(" ");
}

/** "It does not make ice", "they will not go": the thing refuses, whatever it is that it does. */
export function refusals({ tokens }: TurnReadings["heard"]): { id: string; from: number; to: number }[] {
  return tokens.flatMap((token, at) => {
    const verb = tokens[at - 1]?.text ?? "";
    const subject = tokens[at - 2]?.text ?? "";
    const isRefusal =
      token.text === "not" &&
      /^(?:do|does|will|would|can)$/.test(verb) &&
      !/^(?:i|we|you|they|he|she|to|and|why)$/.test(subject);
    // "It is not making fire".
    const isIdle =
      token.text === "not" && /^(?:is|are)$/.test(verb) && /[^h]ing$/.test(tokens[at + 1]?.text ?? "");
    // "I can not get the oven to turn on".
    const isVain =
      token.text === "not" &&
      /^(?:can|could)$/.test(verb) &&
      /^get (?:\w+ ){1,5}to\b/.test(rest(tokens, at + 1)) &&
      !/^get (?:\w+ ){1,4}to (?:call|come (?:out|back|over|by|here|and|fix|when)|answer|pay|send|tell|show)\b/.test(
        rest(tokens, at + 1),
      );
    if (isVain) return [{ id: "refusal", from: at - 1, to: at + 2 }];
    return isRefusal || isIdle ? [{ id: "refusal", from: at - 1, to: at + 1 }] : [];
  });
}

/** "And it keeps locking out": what it does is a complaint, whatever the word for it. */
export function complaints({ tokens }: TurnReadings["heard"]): { id: string; from: number; to: number }[] {
  return tokens.flatMap((token, at) =>
    /^(?:keeps|just|only|started|stopped|smells|makes|took)$/.test(token.text) &&
    /^(?:it|they|thing)$/.test(tokens[at - 1]?.text ?? "") &&
    (token.text !== "just" || /s$/.test(tokens[at + 1]?.text ?? ""))
      ? [{ id: "complaint", from: at, to: at + 1 }]
      : [],
  );
}
