const SOUNDS =
  /^(?:(?:mm+|m+h+m+|mm hm+|mhm+|hm+|uh huh|uh|um|oh|ah|okay|ok|k|right|yeah|yep|yes|sure|i see|got it|gotcha|all right|alright|of course|go ahead|no problem|no worries|i understand|understood|sir|ma['’]?am|oh no|oh wow|i['’]?m listening|and)(?:\s+|$))+$/i;

/** Whether words only say "I am listening" ("mm-hm", "okay", "right"): they end nobody's turn. */
export function isBackchannel(text: string): boolean {
  const plain = text
    .slice(0, 60)
    .replace(/[^\p{L}'’ ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain !== "" && text.length <= 40 && SOUNDS.test(plain);
}
