import { stemsOf } from "../language/tokens.ts";
import { joined } from "../language/words.ts";
import { causesOf } from "./causes-of.ts";
import { causesSaid } from "./causes-said.ts";
import { type Danger, dangerIn } from "./dangers-said.ts";
import { dealingOf } from "./dealing-of.ts";
import { dealingSaid, type SaidDealing } from "./dealings-said.ts";
import { type Heard, hear, type Reading } from "./heard.ts";
import { impliedThings } from "./implied.ts";
import { asksCover, kindOf } from "./kind.ts";
import { makeQuestion, openQuestion, unknownQuestion } from "./make-question.ts";
import { isDenied, meantThings } from "./meant-things.ts";
import { isPointing, isToCompany } from "./points-back.ts";
import type { Question } from "./question.ts";
import { spansOf } from "./question-spans.ts";
import { referents } from "./referents.ts";
import { correctionIn } from "./restarts.ts";
import { symptomsSaid } from "./symptoms-said.ts";
import type { FoundQuestion, Span, Talk, TurnReadings } from "./talk.ts";
import { type NamedThing, thingsIn } from "./things.ts";
import { isMeant, workOn } from "./work-asked.ts";

/** Questions of one turn at most: a turn is a few seconds of speech. */
const MOST = 6;
/** Turns before this one by which it is understood. */
const TURNS = 6;

/** The questions of a turn, asked and implied, in the order in which they were spoken. */
export function readQuestions(talk: Talk, reading: Reading): FoundQuestion[] {
  const heard = hear(talk.segments.map(({ text }) => text));
  const correction = correctionIn(heard);
  const earlier = talk.before
    .slice(-TURNS)
    .reverse()
    .map(({ text }) => {
      const told = hear([text]);
      return meantThings(thingsIn(told, reading), told, [], null, reading);
    });
  const named = thingsIn(heard, reading);
  const things = meantThings(named, heard, earlier, correction, reading);
  const denied = new Set(named.filter((thing) => isDenied(thing, heard)).map(({ terms }) => terms.at(-1)));
  const left = earlier.map((all) => all.filter(({ terms }) => !denied.has(terms.at(-1))));
  const turn: TurnReadings = { heard, things, earlier: left, talk, correction };
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
  const demanded = asked.length === 0 && implied.length === 0 ? demandedDealing(turn, reading) : [];
  const found = unique([...asked, ...implied, ...demanded].sort((a, b) => a.from - b.from))
    .filter(({ question }) => !isEmptyThing(question, reading))
    .slice(0, MOST);
  const danger = dangerIn(heard, reading.lexicon);
  return danger ? endangered(danger, found, turn, reading) : found;
}

/** "The city wants a permit": a cost that somebody demands, and whoever tells of it asks who bears it. */
function demandedDealing(turn: TurnReadings, reading: Reading): FoundQuestion[] {
  const { heard } = turn;
  const said = dealingSaid(heard, [0, heard.tokens.length], reading.lexicon);
  const isCost = reading.lexicon.concept("dealings", said?.id ?? "")?.fields.has("cost");
  const words = joined(heard.words);
  if (!said || !isCost || !(DEMANDED.test(words) || PRICED.test(words))) return [];
  const span = { from: 0, core: 0, to: heard.words.length, form: "tag" };
  return [dealt(said, span, turn, reading, [])];
}

/** "The permit is going to be two hundred bucks". */
const PRICED =
  /\b(?:is|are|was|be|cost|costs|runs?|running|another|extra)\b.{0,30}(?:\b(?:bucks|dollars|quid|pounds|hundred|thousand)\b|[$£€]\s?\d)/;
const DEMANDED =
  /\b(?:they|he|she|city|county|town|inspector|code|contractor|plumber|electrician|tech|technician|guy|company|utility)(?: of \w+)? (?:now )?(?:want|wants|says?|said|needs?|requires?|told|charged|is asking|are asking)\b/;

/** "Doing the very same thing": a word that names nothing is not asked about. */
function isEmptyThing({ thing, dealing }: Question, { lexicon }: Reading): boolean {
  if (dealing !== null || !thing || thing.wholes.length > 0 || thing.terms.length > 1) return false;
  return lexicon.concept("things", thing.terms[0] ?? "")?.fields.has("empty") ?? false;
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
  const one = makeQuestion(
    { kind: "procedure", thing: null, dealing: "emergenci", isOpen: false },
    span,
    turn,
    reading,
  );
  return [{ ...one, question: { ...one.question, danger: danger.first } }];
}

function questionsOf(span: Span, turn: TurnReadings, reading: Reading): FoundQuestion[] {
  const { heard } = turn;
  const words = joined(heard.words.slice(span.from, span.to));
  const kind = kindOf(words);
  const inside = turn.things.filter(
    (thing) =>
      thing.from >= span.from && thing.to <= span.to && !thing.isOption && !isCover(thing, span, turn),
  );
  if (span.form === "request" && !isMeant(span, inside, turn, reading)) return [];
  const dealing = dealingOf(span, turn, reading, inside);
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
  const isOfBefore = meant.length === 0 && asksCover(words) && causes.length === 0;
  if (isOfBefore && causesOf(null, turn, reading).length > 0)
    return [makeQuestion({ kind, thing: null, dealing: null, isOpen: false }, span, turn, reading)];
  if (causes.some(({ to }) => to > span.from - CAUSE_BEFORE && to <= span.to)) {
    return [makeQuestion({ kind, thing: null, dealing: null, isOpen: false }, span, turn, reading)];
  }
  if (topics.length === 0 && !isPointing(words, span, turn))
    return isToCompany(words) ? [unknownQuestion(span, turn)] : [];
  if (meant.length === 0)
    return kind === "coverage" && !asksCover(words) ? [] : [openQuestion(span, turn, kind)];
  return meant.map((thing) =>
    coverageOf(workOn(thing, span, turn, reading), span, turn, reading, false, kind),
  );
}

/** What backs up in a sink or a toilet is its drain: the thing that the symptom is of, where it goes with what was named. */
function failingThing(thing: NamedThing, turn: TurnReadings, { lexicon }: Reading): NamedThing {
  const names = symptomsSaid(toldOf(thing, turn), lexicon).flatMap(
    ({ id }) => lexicon.concept("symptoms", id)?.fields.get("of") ?? [],
  );
  const [name] = names;
  const id = name === undefined ? undefined : lexicon.books.things.get(stemsOf(name));
  const head = thing.terms.at(-1) ?? "";
  if (id === undefined || name === undefined || id === head || thing.sort === "loss") return thing;
  const drains = [head, ...thing.wholes].some((one) => {
    const concept = lexicon.concept("things", one);
    return concept?.fields.has("drains") || concept?.groups.has(id);
  });
  return drains ? { ...thing, terms: [id], wholes: [], said: `${thing.said} ${name}`, sort: "thing" } : thing;
}

/** The turn that told what is wrong with a thing: this one, else the caller's last that named it. */
function toldOf({ terms }: NamedThing, { heard, things, earlier, talk }: TurnReadings): Heard {
  const names = (one: NamedThing) => one.terms.at(-1) === terms.at(-1);
  if (things.some(names)) return heard;
  const at = earlier.findIndex((some) => some.some(names));
  const text = at < 0 ? undefined : talk.before.at(-1 - at)?.text;
  return text === undefined ? heard : hear([text]);
}

/** "Does electrical cover swapping that out": the part of the plan that is asked, not what is asked about. */
function isCover(
  { from, to }: NamedThing,
  { core, to: end }: Span,
  { heard: { tokens }, things }: TurnReadings,
): boolean {
  const led = tokens
    .slice(core, from)
    .map(({ text }) => text)
    .join(" ");
  // "The attic fan burned out, is that electrical": what kind of thing it is.
  if (/^(?:is|are|would) (?:that|it|this|they|those)(?: (?:be|under|part of|an?|the))*$/.test(led))
    return things.some((one) => one.to <= core && one.sort !== "vague" && !one.isPlace);
  return (
    from - core <= 3 &&
    /^(?:does|do|would|will)\b/.test(led) &&
    /^(?:cover|covers|include|includes|pay|pays)$/.test(tokens[to]?.text ?? "") &&
    end - to > 1
  );
}

/** Words between a cause and the question whether it matters, at most. */
const CAUSE_BEFORE = 12;
const POINTS = /\b(?:the|my|that|this) (?:\w+ ){0,2}ones?\b/;

/** A thing that only says where another is, is not asked about. */
function withoutPlaces(things: readonly NamedThing[]): readonly NamedThing[] {
  const asked = things.filter(({ isPlace }) => !isPlace);
  return asked.length > 0 ? asked : things;
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
  return makeQuestion({ kind: kindOf(words), thing, dealing: said.id, isOpen: false }, span, turn, reading);
}

function coverageOf(
  thing: NamedThing,
  span: { from: number; to: number },
  turn: TurnReadings,
  reading: Reading,
  isImplied: boolean,
  kind: Question["kind"] = "coverage",
): FoundQuestion {
  const found = makeQuestion(
    { kind, thing: failingThing(thing, turn, reading), dealing: null, isOpen: false },
    { ...span, core: span.from, form: "" },
    turn,
    reading,
  );
  return { ...found, isImplied };
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
