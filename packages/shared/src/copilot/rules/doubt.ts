/** A fact that the caller says they do not know. */
export interface Doubt {
  /** Their words for it, without the "I don't know": "if it's the solar kind or plain electric". */
  readonly about: string;
}

const DOUBT =
  /\b(?:(?:i|we|they|he|she|nobody)\s+(?:really\s+|honestly\s+|just\s+)?(?:(?:do|does|did|could|would)(?:n['’]t| not)|can['’]t|cannot)\s+(?:really\s+|even\s+|yet\s+)*(?:know|tell|remember|recall|say|figure out)(?:\s+you)?|(?:i['’]?m |we['’]?re |i am |we are )?not (?:really |quite |too )?sure|no idea|(?:i|we) never (?:looked|checked)|hard to (?:say|tell)|can['’]?t tell)\s+(?:so\s+i\s+don['’]?t\s+know\s+)?((?:yet\s+)?(?:if|whether|who|what kind|which|what type|where|when|how)\b[^.?!]*)/i;
const EITHER = /\beither\s+[^.?!]{3,60}?\bor\s+[^.?!]{3,50}/i;
const MIGHT =
  /\b(?:might|could|may)\s+(?:still\s+)?(?:be|have|not|['’]?ve been)\b[^.?!]{0,60}?\b(?:or\s+(?:it\s+)?(?:might|could|may)\b|might not|could['’]?ve been|may not)[^.?!]{0,40}/i;
const UNSURE_TAIL =
  /\b(?:they|we|i) (?:can['’]?t|cannot|couldn['’]?t) (?:tell|say) (?:yet|which|right now)\b/i;
const OF_THE_CALL =
  /^(?:if|whether)\s+(?:that['’]?s|it['’]?s|this is|you)\s+(?:something\s+)?(?:covered|included|on (?:the|my) plan|cover|pay|do)\b/i;

/** What the caller says they do not know, where it is a fact of the case; null when they say nothing of the kind. */
export function doubtIn(told: string): Doubt | null {
  const said = DOUBT.exec(told)?.[1];
  if (said !== undefined && !OF_THE_CALL.test(said)) return { about: trimmed(said) };
  const either = EITHER.exec(told)?.[0];
  if (either !== undefined && (UNSURE_TAIL.test(told) || /\b(?:might|maybe|possibly)\b/i.test(told)))
    return { about: trimmed(either) };
  const might = MIGHT.exec(told)?.[0];
  return might === undefined ? null : { about: trimmed(might) };
}

function trimmed(words: string): string {
  return words
    .replace(
      /\s+(?:is (?:it|that|this)|would you|do you|will you|are you|so (?:are|is|do|will|would))\b.*$/i,
      "",
    )
    .replace(/^yet\s+/i, "")
    .trim();
}
