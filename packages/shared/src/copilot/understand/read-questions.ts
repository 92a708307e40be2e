import { stemsOf } from "../language/tokens.ts";
import { joined } from "../language/words.ts";
import { causesSaid } from "./causes-said.ts";
import { type Danger, dangerIn } from "./dangers-said.ts";
import { dealingSaid, type SaidDealing } from "./dealings-said.ts";
import { type Heard, hear, type Reading } from "./heard.ts";
import { impliedThings } from "./implied.ts";
import { asksCover, kindOf } from "./kind.ts";
import { planSaid } from "./plan-said.ts";
import type { Question } from "./question.ts";
import { questionText } from "./question-text.ts";
import { referents } from "./referents.ts";
import { type Correction, correctionIn } from "./restarts.ts";
import { type SpokenQuestion, spokenQuestions } from "./spoken-questions.ts";
import { symptomsSaid } from "./symptoms-said.ts";
import { type NamedThing, thingsIn } from "./things.ts";

/** A turn, and what was said before it. */
export interface Talk {
  readonly segments: readonly { readonly segmentId: string; readonly text: string }[];
  /** Earlier turns of both speakers, oldest first. */
  readonly before: readonly { readonly speaker: string; readonly text: string }[];
}

/** Everything that is read of a turn before its questions are told apart. */
export interface TurnReadings {
  readonly heard: Heard;
  readonly things: readonly NamedThing[];
  /** Of the turns before, the newest first; the agent's too. */
  readonly earlier: readonly (readonly NamedThing[])[];
  readonly talk: Talk;
  readonly correction: Correction | null;
}

/** One question with the words that ask it: `[from, to)` into the turn's words. */
export interface FoundQuestion {
  readonly question: Question;
  readonly from: number;
  readonly to: number;
  readonly isImplied: boolean;
}

/** Questions of one turn at most: a turn is a few seconds of speech. */
const MOST = 6;
/** Turns before this one by which it is understood. */
const TURNS = 6;

/** The questions of a turn, asked and implied, in the order in which they were spoken. */
export function readQuestions(talk: Talk, reading: Reading): FoundQuestion[] {
  const heard = hear(talk.segments.map(({ text }) => text));
  const correction = correctionIn(heard);
  const all = thingsIn(heard, reading);
  const things = correction ? all.filter(({ from }) => !correction.replaces(from, all)) : all;
  const earlier = talk.before
    .slice(-TURNS)
    .reverse()
    .map(({ text }) => thingsIn(hear([text]), reading));
  const turn: TurnReadings = { heard, things, earlier, talk, correction };
  const spoken = spansOf(turn).flatMap((span) => questionsOf(span, turn, reading));
  const meant =
    correction && spoken.length === 0
      ? things.find(({ from, sort }) => from >= correction.to && sort !== "vague")
      : undefined;
  // "No, I mean the dryer": by itself it asks what was asked before, of that.
  const asked = meant ? [coverageOf(meant, meant, turn, reading, false)] : spoken;
  const taken = new Set(
    asked.flatMap(({ question }) => (question.dealing === null ? (question.thing?.terms.at(-1) ?? []) : [])),
  );
  const isWhole = asked.length > 0 || dealingSaid(heard, [0, heard.tokens.length], reading.lexicon) !== null;
  const isSettled = asked.some(({ question }) => settlesReport(question, reading));
  const implied = (isSettled ? [] : impliedThings(turn, reading, !isWhole))
    .filter(
      ({ terms, wholes, sort }) =>
        !taken.has(terms.at(-1) ?? "") &&
        !wholes.some((whole) => taken.has(whole)) &&
        !(sort === "part" && taken.size > 0),
    )
    .map((thing) => coverageOf(thing, { from: thing.from, to: thing.to }, turn, reading, true));
  const found = unique([...asked, ...implied].sort((a, b) => a.from - b.from)).slice(0, MOST);
  const danger = dangerIn(heard, reading.lexicon);
  return danger ? endangered(danger, found, turn, reading) : found;
}

/** A question of what was lost by a failure, or of a dealing about it: the failure itself is not asked about besides. */
function settlesReport({ thing, dealing }: Question, { lexicon }: Reading): boolean {
  if (dealing !== null) return lexicon.concept("dealings", dealing)?.fields.has("of") ?? false;
  return lexicon.concept("things", thing?.terms.at(-1) ?? "")?.sort === "loss";
}

/** Where somebody is in danger, safety is the one answer: of the thing that is dangerous, else of what to do. */
function endangered(
  danger: Danger,
  found: readonly FoundQuestion[],
  turn: TurnReadings,
  reading: Reading,
): FoundQuestion[] {
  const of = danger.isOfThing
    ? found.find(({ question }) => question.thing !== null && question.kind === "coverage")
    : undefined;
  if (of) return [{ ...of, question: { ...of.question, danger: danger.first } }];
  const span = { from: danger.from, to: danger.to, core: danger.from, form: "" };
  const one = finished(
    { kind: "procedure", thing: null, dealing: "emergenci", isOpen: false },
    span,
    turn,
    reading,
  );
  return [{ ...one, question: { ...one.question, danger: danger.first } }];
}

type Span = Pick<SpokenQuestion, "from" | "core" | "to"> & { readonly form: string };

/** What is asked, from where to where; a correction carries the question that it replaces on to its own things. */
function spansOf({ heard, correction }: TurnReadings): Span[] {
  const spans: Span[] = [...spokenQuestions(heard.words)];
  spans.push(...plainSpans(heard.words, spans));
  for (let i = spans.length - 1; i >= 0; i--)
    if (isStatus(joined(heard.words.slice(spans[i]?.core, spans[i]?.to)))) spans.splice(i, 1);
  const tag = taggedSpan(heard.words, spans);
  if (tag) spans.push(tag);
  for (const [i, span] of spans.entries()) spans[i] = withQuestionWord(span, heard.words);
  if (!correction) return spans;
  const kept = spans.filter(({ to, from }) => to > correction.to || from >= correction.to);
  const carried = spans.filter((span) => !kept.includes(span)).at(-1);
  return carried && kept.length === 0
    ? [{ ...carried, to: heard.words.length }]
    : kept.length > 0
      ? kept
      : spans;
}

/** "Did my payment go through": how things stand in the company's books is no question to the contract. */
function isStatus(words: string): boolean {
  return /^did (?:it|you|they|my|the|he|she|that|i|we)\b/.test(words) || /\bdid (?:it|you|they)$/.test(words);
}

const ONSET =
  /^(?:(?:is|are|does|do|will|would|can|could|am|should) (?:the|my|our|your|that|this|it|they|there|those|these|i|we|you|he|she|somebody|someone|\w+ing (?:the|my|a|out))\b|you (?:guys |all )?(?:handle|cover|pay for|do|take care of|fix) (?:that|it|this|those|them)$)/;
const WANTS =
  /\b(?:covered?|cover|covers|included?|pay|paid|pays|fee|charged?|get|fix|repair|replace|do (?:that|it|those|this|them)|handle|take care|in there|have to|need to|allowed|extra|ok|okay|matter|on there|on it|you (?:guys |all )?do|handle)\b/;

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
  if (!/^(?:right|correct|yeah|yes|huh)$/.test(words.at(-1)?.text ?? "") || words.length < 4) return null;
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

function questionsOf(span: Span, turn: TurnReadings, reading: Reading): FoundQuestion[] {
  const { heard } = turn;
  const words = joined(heard.words.slice(span.from, span.to));
  const kind = kindOf(words);
  const inside = turn.things.filter(({ from, to }) => from >= span.from && to <= span.to);
  const dealing = dealingOf(span, turn, reading, { kind, inside, words });
  if (dealing) return [dealt(dealing, span, turn, reading, inside)];
  const topics = POINTS.test(words) ? [] : withoutPlaces(inside.filter(({ sort }) => sort !== "vague"));
  const pointed = topics.every(({ isPlace }) => isPlace)
    ? referents({ from: span.from, to: span.to, words }, turn, reading)
    : [];
  const meant =
    pointed.length > 0
      ? pointed
      : topics.length > 0
        ? topics
        : referents({ from: span.from, to: span.to, words }, turn, reading);
  const causes = meant.length === 0 && asksCover(words) ? causesSaid(turn.heard, reading.lexicon) : [];
  if (causes.some(({ from }) => from >= span.from && from < span.to)) {
    return [finished({ kind, thing: null, dealing: null, isOpen: false }, span, turn, reading)];
  }
  if (meant.length === 0)
    return kind === "coverage" && !asksCover(words) ? [] : [openQuestion(span, turn, kind)];
  return meant.map((thing) => coverageOf(thing, span, turn, reading, false, kind));
}

/** What backs up in a sink or a toilet is its drain: the thing that the symptom is of, where it goes with what was named. */
function failingThing(thing: NamedThing, turn: TurnReadings, { lexicon }: Reading): NamedThing {
  const names = symptomsSaid(turn.heard, lexicon).flatMap(
    ({ id }) => lexicon.concept("symptoms", id)?.fields.get("of") ?? [],
  );
  const [name] = names;
  const id = name === undefined ? undefined : lexicon.books.things.get(stemsOf(name));
  const head = thing.terms.at(-1) ?? "";
  if (id === undefined || name === undefined || id === head || thing.sort === "loss") return thing;
  const own = new Set(
    [head, ...thing.wholes].flatMap((one) => [...(lexicon.concept("things", one)?.groups ?? [])]),
  );
  const isSameGroup = [...(lexicon.concept("things", id)?.groups ?? [])].some((group) => own.has(group));
  return isSameGroup
    ? { ...thing, terms: [id], wholes: [], said: `${thing.said} ${name}`, sort: "thing" }
    : thing;
}

const POINTS = /\b(?:the|my|that|this) (?:\w+ ){0,2}ones?\b/;

/** A thing that only says where another is, is not asked about. */
function withoutPlaces(things: readonly NamedThing[]): readonly NamedThing[] {
  const asked = things.filter(({ isPlace }) => !isPlace);
  return asked.length > 0 ? asked : things;
}

/** Whether a span is about a dealing rather than about a thing. */
function dealingOf(
  span: Span,
  turn: TurnReadings,
  { lexicon }: Reading,
  { kind, inside, words }: { kind: Question["kind"]; inside: readonly NamedThing[]; words: string },
): SaidDealing | null {
  const own = dealingSaid(turn.heard, [span.from, span.to], lexicon);
  if (own && (inside.length === 0 || own.score >= 2 || (kind !== "coverage" && !asksCover(words))))
    return own;
  if (own || inside.length > 0) return null;
  // "Do you pay for that?" behind a story of a dealing: the story says which.
  const whole = dealingSaid(turn.heard, [0, turn.heard.tokens.length], lexicon);
  const isAboutThing = turn.things.some(({ sort }) => sort !== "vague") && kind === "coverage";
  return whole && (whole.score >= 2 || kind !== "coverage") && !(isAboutThing && whole.score < 2)
    ? whole
    : null;
}

function dealt(
  said: SaidDealing,
  span: Span,
  turn: TurnReadings,
  reading: Reading,
  inside: readonly NamedThing[],
): FoundQuestion {
  const words = joined(turn.heard.words.slice(span.from, span.to));
  const thing = inside.at(-1) ?? turn.things.at(-1) ?? null;
  return finished({ kind: kindOf(words), thing, dealing: said.id, isOpen: false }, span, turn, reading);
}

function coverageOf(
  thing: NamedThing,
  span: { from: number; to: number },
  turn: TurnReadings,
  reading: Reading,
  isImplied: boolean,
  kind: Question["kind"] = "coverage",
): FoundQuestion {
  const found = finished(
    { kind, thing: failingThing(thing, turn, reading), dealing: null, isOpen: false },
    { ...span, core: span.from, form: "" },
    turn,
    reading,
  );
  return { ...found, isImplied };
}

function openQuestion(span: Span, turn: TurnReadings, kind: Question["kind"]): FoundQuestion {
  const own = joined(turn.heard.words.slice(span.from, span.to));
  const question: Question = {
    text: questionText({ kind, thing: null, dealing: null, plan: null }, own),
    kind,
    segmentIds: segmentsOf(span, turn),
    thing: null,
    dealing: null,
    causes: [],
    symptoms: [],
    plan: null,
    negated: false,
    isOpen: kind === "coverage",
    danger: null,
    told: toldOf(turn),
  };
  return { question, from: span.from, to: span.to, isImplied: false };
}

type Known = Pick<Question, "kind" | "dealing" | "isOpen"> & { readonly thing: NamedThing | null };

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

function finished(
  { thing, ...known }: Known,
  span: Span,
  turn: TurnReadings,
  reading: Reading,
): FoundQuestion {
  const own = joined(turn.heard.words.slice(span.from, span.to));
  const told = toldOf(turn);
  const plan = planSaid(joined(turn.heard.words), reading.plans);
  const asked = thing && { said: thing.said, terms: thing.terms, wholes: thing.wholes, plural: thing.plural };
  const question: Question = {
    ...known,
    text: questionText({ ...known, thing: asked, plan }, own),
    segmentIds: segmentsOf(span, turn),
    thing: asked,
    causes: causesOf(thing, turn, reading),
    symptoms: symptomsSaid(turn.heard, reading.lexicon).map(({ id }) => id),
    plan,
    negated: /\bnot\b/.test(own),
    danger: null,
    told,
  };
  return { question, from: span.from, to: span.to, isImplied: false };
}

/** The causes told of the thing: in this turn, else in the caller's turns right before that speak of it. */
function causesOf(thing: NamedThing | null, turn: TurnReadings, { lexicon, ...rest }: Reading): string[] {
  const named = [
    ...turn.things.filter(({ sort }) => sort === "thing" || sort === "part"),
    ...(thing ? [thing] : []),
  ];
  const own = causesSaid(turn.heard, lexicon).filter(({ from, to }) =>
    named.every((one) => to <= one.from || from >= one.to),
  );
  const ids = new Set(own.map(({ id }) => id));
  if (ids.size > 0) return [...ids];
  const before = turn.talk.before.filter(({ speaker }) => speaker === "CUSTOMER").slice(-RECENT);
  for (const { text } of before) {
    const heard = hear([text]);
    const things = thingsIn(heard, { lexicon, ...rest });
    if (!thing || !speaksOf(things, thing, lexicon)) continue;
    for (const cause of causesSaid(heard, lexicon)) {
      if (
        things.every(
          (one) =>
            one.sort === "loss" || one.sort === "vague" || cause.to <= one.from || cause.from >= one.to,
        )
      )
        ids.add(cause.id);
    }
  }
  return [...ids];
}

/** Turns of the caller's before this one whose causes are still of the thing. */
const RECENT = 2;

/** Whether a turn was about the thing: it names it, its part or its whole, or no thing at all. */
function speaksOf(things: readonly NamedThing[], thing: NamedThing, lexicon: Reading["lexicon"]): boolean {
  const known = things.filter(({ sort }) => sort === "thing" || sort === "part");
  if (known.length === 0) return true;
  const head = thing.terms.at(-1) ?? "";
  return known.some(({ terms, wholes }) => {
    const other = terms.at(-1) ?? "";
    const isPart =
      lexicon.concept("things", other)?.partOf.has(head) ||
      lexicon.concept("things", head)?.partOf.has(other);
    const groups = lexicon.concept("things", other)?.groups;
    const isNeighbour = [...(lexicon.concept("things", head)?.groups ?? [])].some((group) =>
      groups?.has(group),
    );
    return isNeighbour || other === head || isPart || wholes.includes(head) || thing.wholes.includes(other);
  });
}

function segmentsOf({ from, to }: { from: number; to: number }, { heard, talk }: TurnReadings): string[] {
  const segments = new Set(heard.words.slice(from, to).map(({ segment }) => segment));
  return talk.segments.filter((_, i) => segments.has(i)).map(({ segmentId }) => segmentId);
}

/** Characters of what was told that are read. */
const TOLD = 900;

/** The caller's words: this turn, and the turns before while they are recent; the agent's only where they are short. */
function toldOf({ talk }: TurnReadings): string {
  const before = talk.before
    .slice(-4)
    .filter(({ speaker }) => speaker === "CUSTOMER")
    .map(({ text }) => text);
  const own = talk.segments.map(({ text }) => text).join(" ");
  return [...before, own].join(".\n").slice(-TOLD);
}

/** The same thing asked twice in a breath is one question. */
function unique(found: readonly FoundQuestion[]): FoundQuestion[] {
  const seen = new Set<string>();
  return found.filter(({ question }) => {
    const key = JSON.stringify([
      question.dealing,
      question.dealing ? question.kind : null,
      question.thing?.terms,
      question.kind === "coverage",
      question.thing?.said,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
