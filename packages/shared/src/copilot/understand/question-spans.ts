import { joined } from "../language/words.ts";
import type { Heard } from "./heard.ts";
import { withRequests } from "./spoken-questions.ts";
import type { Span, TurnReadings } from "./talk.ts";

/** What is asked, from where to where; a correction carries the question that it replaces on to its own things. */
export function spansOf({ heard, correction }: TurnReadings): Span[] {
  const spans: Span[] = [...withRequests(heard.words)];
  spans.push(...plainSpans(heard.words, spans));
  for (let i = spans.length - 1; i >= 0; i--)
    if (isStatus(joined(heard.words.slice(spans[i]?.core, spans[i]?.to)))) spans.splice(i, 1);
  // "… or is that only the better plan": the other half of the question before it.
  for (let i = spans.length - 1; i > 0; i--) if (isOtherHalf(spans[i], heard.words)) spans.splice(i, 1);
  const tag = taggedSpan(heard.words, spans);
  if (tag) spans.push(tag);
  for (const [i, span] of spans.entries())
    spans[i] = withQuestionWord(uptoItsEnd(span, heard.words), heard.words);
  if (!correction) return spans;
  const kept = spans.filter(({ to, from }) => to > correction.to || from >= correction.to);
  const carried = spans.filter((span) => !kept.includes(span)).at(-1);
  return carried && kept.length === 0
    ? [{ ...carried, to: heard.words.length }]
    : kept.length > 0
      ? kept
      : spans;
}

const ASKS_OF_IT =
  /^(?:is|are|was|would|will|does|do|can|am) (?:it|that|this|they|those|these|i) (?:be |get |still |even |all )*(?:covered|included|taken care of|on (?:my|the) (?:plan|policy|contract))(?: (?:or not|then|too|also|at all|by you guys|under (?:my|the|this) \w+))?(?= (?:and|but|then|because|since|cause|it|she|he|i|we|my|the guy|also|or)\b)/;

/** "Is it covered and then also it dripped on …": the question ends where the next clause begins. */
function uptoItsEnd(span: Span, words: Heard["words"]): Span {
  const found = ASKS_OF_IT.exec(joined(words.slice(span.core, span.to)));
  return found ? { ...span, to: Math.min(span.to, span.core + found[0].split(" ").length) } : span;
}

function isOtherHalf(span: Span | undefined, words: Heard["words"]): boolean {
  return (
    span !== undefined &&
    words[span.from - 1]?.text === "or" &&
    /^(?:is|are|would|does|will) (?:that|it|this|they|those)\b/.test(joined(words.slice(span.core, span.to)))
  );
}

/** "Did my payment go through": how things stand in the company's books is no question to the contract. */
function isStatus(words: string): boolean {
  return /^did (?:it|you|they|my|the|he|she|that|i|we)\b/.test(words) || /\bdid (?:it|you|they)$/.test(words);
}

const ONSET =
  /^(?:(?:is|are|does|do|will|would|can|could|am|should) (?:the|my|our|your|that|this|it|they|there|those|these|i|we|you|he|she|somebody|someone|\w+ing (?:the|my|a|out|that|it|this|up))\b|you (?:guys |all )?(?:handle|cover|pay for|do|take care of|fix) (?:that|it|this|those|them)$|(?:you|yall|you guys|you all) (?:cover|handle|pay for|fix|replace) (?:\w+ ?){1,4}$|you (?:guys |all )?do (?:either|both|any|this|that|these|those)(?: of)?(?: em| them| those| one| ones)?(?: too| also)?$|you (?:guys |all )?(?:coming|comin|fixing|fixin|covering|coverin|paying|payin|replacing|replacin|sending|sendin) (?:out |somebody |someone )*(?:for )?(?:that|this|it|the|my)\b|(?:you guys|y all|yall|you all) (?:gonna |going to )?(?:get|give|fix|replace|pay|cover|send|repair|do) (?:me|us|the|my|for|a|an|that)\b)/;
const WANTS =
  /\b(?:covered?|cover|covers|included?|pay|paid|pays|fee|charged?|get|fix|repair|replace|do (?:that|it|those|this|them)|handle|take care|coming out|comin out|do either|do both|do this|in there|have to|need to|allowed|extra|ok|okay|matter|on there|on it|on (?:you|yall|me|us)|put (?:us|me) up|you (?:guys |all )?do|handle)\b/;

/** Questions in the middle of a row of words that nothing else found: from their verb to the end of what they want. */
function plainSpans(words: Heard["words"], spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const rest = joined(words.slice(at, at + 14));
    if (
      !ONSET.test(rest) ||
      (/^(?:what|how|who|when|where|that|which|why|if|it|he|she|they|there)$/.test(
        words[at - 1]?.text ?? "",
      ) &&
        !/^(?:is|are) (?:the|my|our)\b/.test(rest))
    )
      continue;
    if (
      spans.some(({ from, to }) => at >= from && at < to) ||
      !WANTS.test(rest.split(" ").slice(1).join(" "))
    )
      continue;
    const stop = words.findIndex(({ mark }, i) => i >= at && (mark === "." || mark === "?"));
    found.push({ from: at, core: at, to: stop < 0 ? words.length : stop + 1, form: "inverted" });
    break;
  }
  return found;
}

/** "So you are fixing the dishwasher and the floor, right?": a statement that wants a yes. */
function taggedSpan(words: Heard["words"], spans: readonly Span[]): Span | null {
  const inside = expectedSpan(words, spans);
  if (inside) return inside;
  const isOrNot = words.at(-1)?.text === "not" && words.at(-2)?.text === "or";
  if ((!isOrNot && !/^(?:right|correct|yeah|yes|huh)$/.test(words.at(-1)?.text ?? "")) || words.length < 4)
    return null;
  const so = words.findLastIndex(
    ({ text }, at) =>
      /^(?:so|and)$/.test(text) &&
      at < words.length - 3 &&
      /^(?:you|that|it|both|i|we|they|is|am)$/.test(words[at + 1]?.text ?? ""),
  );
  const from = so < 0 ? 0 : so + 1;
  return spans.some((span) => span.to > from)
    ? null
    : { from, core: from, to: words.length - 1, form: "tag" };
}

/** What the caller takes for granted and wants to hear: "that's included right since we paid", "so mine should be too". */
const EXPECTED =
  /\b(?:(?:so|and|then) (?:you|you all|they) (?:will|would|are going to|be|will be|would be) (?:\w+ ){0,2}(?:reimburse|pay|paying|cover|covering|fix|replace|give|giving|take care)\b(?: \w+){0,8}|(?:you|yall|you guys|they) (?:are |gonna |going to )+(?:tell me|say|claim|deny) (?:\w+ ){0,3}(?:is |thats |that is |it is |its )?\w+(?: \w+)?|(?:they|he|she|the (?:guy|man|tech|technician|company|contractor|plumber)) (?:want|wants|wanted|is trying|are trying|says|said|told me) (?:to )?(?:we |i |us |me )?(?:have to |need to |got to |to )?(?:charge|bill|pay|charging|billing)(?: (?:us|me))?(?: \w+){0,3} for (?:\w+ ){0,7}\w+|(?:is|are|it|that|they|its|thats) (?:\w+ )?(?:covered|included|paid for|taken care of) (?:right|correct|yeah|isnt it|huh) (?:since|because|cause|so|and|if|for)\b|(?:mine|ours|it|that|they|this) should (?:be|get|have) (?:it |that )?(?:too|also|covered|included|as well|free|fine)\b|(?:is|are|it is|that is|thats|its) (?:supposed|meant) to be (?:covered|included|free|fixed|in there)\b|(?:is|that is|thats|it is|its) what (?:i|we) (?:pay|owe|get|have to pay)(?: for)? (?:i guess|i think|i assume|i suppose|i take it|right)\b|(?:i guess|i assume|i take it|i figure|i suppose|assuming|i am assuming|i think) (?:you|that|it|this|yall|they|the) (?:\w+ ){0,4}(?:covered|cover|pay|pays|included|fix|handle|take care)\b)/;

function expectedSpan(words: Heard["words"], spans: readonly Span[]): Span | null {
  const text = joined(words);
  const found = EXPECTED.exec(text);
  if (!found) return null;
  const from = text.slice(0, found.index).split(" ").filter(Boolean).length;
  const to = from + found[0].split(" ").length;
  return spans.some((span) => span.from < to && span.to > from)
    ? null
    : { from, core: from, to, form: "tag" };
}

/** The words that ask, with the question word before them. */
function withQuestionWord(span: Span, words: Heard["words"]): Span {
  let from = span.from;
  while (
    from > 0 &&
    span.from - from < 3 &&
    /^(?:what|where|how|when|who|which|much|long|soon|all)$/.test(words[from - 1]?.text ?? "")
  )
    from -= 1;
  return { ...span, from };
}
