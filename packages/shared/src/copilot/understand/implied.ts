import { stemsOf } from "../language/tokens.ts";
import { causesSaid } from "./causes-said.ts";
import type { Reading } from "./heard.ts";
import { complaints, isReported, refusals } from "./reports.ts";
import { symptomsSaid } from "./symptoms-said.ts";
import type { TurnReadings } from "./talk.ts";
import { belongingTo, type NamedThing } from "./things.ts";

/** Words between a thing and what is wrong with it, at most. */
const NEAR = 9;
/** "It ruined my carpet": what was lost is what is asked for. */
const RUINED =
  /\b(?:ruined|damaged|destroyed|warped|buckled|rotted|flooded|stained|soaked|wrecked|messed up|got all over)(?: (?:the|my|our|all|of|a|brand|new|whole))*$/;
/** "I lost like three hundred bucks of meat". */
const LOST =
  /\b(?:lost|threw out|throw out|had to throw|threw away|spoiled|spoilt)(?: (?:the|my|our|all|of|a|about|like|over|around|maybe|in|worth|out|away|whole|bunch|lot|dollars|bucks|hundred|thousand|one|two|three|four|five|six|seven|eight|nine|\d+|\$\d+))*$/;
/** Behind what was damaged: "the carpet is soaked", "the floor is all buckled". */
const SPOILT =
  /^(?:(?:is|are|got|gets|was|were|all|now|too|just|totally|completely|half) )*(?:soaked|soaking|ruined|wet|damaged|warped|warping|buckled|buckling|stained|destroyed|bubbling|bubbled|rotted|rotting|coming up|peeling|went bad|spoiled|spoiling|melted)\b/;
/** "I am keeping the receipt for you": a cost that the company is meant to bear. */
const CLAIMED =
  /\b(?:(?:keep|keeping|keepin|save|saving|savin|send|sending|sendin|kept|saved|got|have) (?:you |all |yall |you all |you guys )?(?:the|my|our|all|every) (?:\w+ )?(?:receipts?|bills?|invoices?)|send (?:you|yall) (?:the|a|my) (?:list|bill|receipts?))\b/;
/** "I want somebody sent out": a visit is asked for, whatever is wrong. */
const VISIT =
  /\b(?:want|need|needs|like|have|get|send|sending) (?:to have )?(?:you to send |you all to send )?(?:somebody|someone|a guy|a man|a tech|a technician|a plumber|an electrician|a repairman|a repair man|anybody)\b/;
/** Before a thing: when it happens. */
const CIRCUMSTANCE =
  /\b(?:every time|each time|whenever|when|while|after|if|until|unless)(?: (?:i|we|you) (?:use|run|ran|turn on|start|plug in|open|close))?(?: (?:the|my|our|a))?$/;
/** Before a part: how the thing is used. */
const OPERATED = /\b(?:flip|flick|hit|push|press|turn|pull|use)(?: on| off)? (?:the|that|a|its)$/;
const NONE_OF = /^(?:no|any|another)$/;
/** Before a thing: what the caller did to it, or got for it. */
const OWN_DEED =
  /\b(?:changed|replaced|swapped|checked|tried|cleaned|tightened|reset|flipped|unplugged|plugged|turned|pushed|pressed|push|press|hit|opened|closed|bought|moved|jiggled|emptied|botched|wired|rewired|did)(?: (?:the|my|our|a|an|that|this|both|new|on|off|out|in|up|even))*$/;
const FINE =
  /\b(?:works? fine|is fine|are fine|works? great|runnin\w* good|run(?:s|ning) (?:good|fine|great|beautiful\w*|perfect\w*|smooth\w*|like new)|works? (?:beautiful\w*|perfect\w*|like (?:a charm|new))|all good|fixed it|is good now|no problem|working now)\b/;

/** The things that the turn reports as failed: a report asks for the cover, though it puts no question. */
export function impliedThings(turn: TurnReadings, { lexicon }: Reading, mayReport: boolean): NamedThing[] {
  const { heard, things } = turn;
  const symptoms = symptomsSaid(heard, lexicon);
  const text = heard.tokens.map((token) => token.text).join(" ");
  symptoms.push(
    ...causesSaid(heard, lexicon).filter(({ from, to }) =>
      things.every((one) => to <= one.from || from >= one.to),
    ),
  );
  symptoms.push(...refusals(heard), ...complaints(heard));
  const praise = FINE.exec(text);
  const praised = praise ? text.slice(0, praise.index).split(" ").length - 1 : heard.tokens.length;
  // "It is not broken, I just want a newer one"; "it is running beautiful".
  const real = symptoms.filter(
    ({ from, to }) =>
      (to <= praised || from > praised + 3) &&
      (/^(?:not|no)$/.test(heard.tokens[from]?.text ?? "") ||
        to - from > 2 ||
        !/\b(?:not|never|aint)(?: (?:even|really|actually|completely))*$/.test(
          textOf(heard, from - 3, from),
        )),
  );
  symptoms.splice(0, symptoms.length, ...real);
  const ruined = things.filter(
    ({ sort, from, to }) =>
      sort === "loss" &&
      (RUINED.test(textOf(heard, from - 4, from)) ||
        LOST.test(textOf(heard, from - 9, from)) ||
        SPOILT.test(textOf(heard, to, to + 4)) ||
        CLAIMED.test(text)),
  );
  if (ruined.length > 0) return [...failedBefore(turn, symptoms, ruined), ...ruined];
  const told = causesSaid(heard, lexicon);
  if (things.every(({ sort }) => sort === "vague"))
    return [...impliedByCause(told, lexicon), ...saidOfBefore(turn, symptoms)].slice(0, 1);
  const isVisit = VISIT.test(text);
  const reported = mayReport
    ? things.find(
        (thing) =>
          isReported(thing, turn) || (isVisit && !thing.isPlace && /^(?:thing|part)$/.test(thing.sort)),
      )
    : undefined;
  if (symptoms.length === 0) {
    const troubled = mayReport ? things.filter((thing) => isTrouble(thing, symptoms, turn, lexicon)) : [];
    return reported && !FINE.test(text) ? [reported] : troubled.slice(0, 1);
  }
  const fineAt = praise ? praised : -1;
  const named = things.filter(({ sort }) => sort === "thing" || sort === "part" || sort === "unknown");
  const known = named.some(({ isPlace }) => !isPlace) ? named.filter(({ isPlace }) => !isPlace) : named;
  const found = known.filter((thing) => {
    if (fineAt >= thing.to && fineAt - thing.to <= 2) return false;
    if (NONE_OF.test(heard.tokens[thing.from - 1]?.text ?? "")) return false;
    const led = textOf(heard, thing.from - 4, thing.from);
    if (known.length > 1 && CIRCUMSTANCE.test(led)) return false;
    if (OPERATED.test(led) && isControl(thing, lexicon)) return false;
    if (
      known.length > 1 &&
      (OWN_DEED.test(led) || told.some(({ from, to }) => isWithin(thing, from, to, heard)))
    )
      return false;
    // "I think a hot water line": what the caller takes it for.
    if (/\bthink (?:it is |its )?(?:a|the|my)?$/.test(led)) return true;
    // "The kitchen tap drips": the trade has the complaint as a name of it.
    if (symptoms.some(({ from, to }) => from > thing.from && to === thing.to && to - from === 1)) return true;
    const after = symptoms.some(
      ({ from }) => from >= thing.to && from - thing.to <= NEAR && !isCrossed(thing, from, things),
    );
    const before = symptoms.some(({ to }) => to <= thing.from && isDirect(heard, to, thing.from));
    const within =
      (thing.isPlace || told.some(({ to }) => thing.from - to <= 3)) &&
      told.some(({ to }) => to <= thing.from && thing.from - to <= 5);
    return after || before || within;
  });
  for (const vague of things) {
    const whole =
      vague.sort === "vague"
        ? (things.findLast((one) => one.sort === "thing" && !one.isPlace && one.to <= vague.from) ??
          things.findLast((one) => one.sort === "thing" && one.to <= vague.from))
        : undefined;
    const isDenied = NONE_OF.test(heard.tokens[vague.from - 1]?.text ?? "");
    const isNear = !isDenied && symptoms.some(({ from }) => from >= vague.to && from - vague.to <= 4);
    const isTold = whole !== undefined && found.includes(whole);
    const part =
      whole && isNear && !isTold ? belongingTo(vague, whole, { lexicon, heads: new Set(), plans: [] }) : null;
    if (part && part.terms.at(-1) !== vague.terms.at(-1)) found.push(part);
  }
  // "It took out the microwave and the garage opener": what is joined to it failed, too.
  for (const thing of known) {
    const last = found.find(({ to }) => to < thing.from && thing.from - to <= 3);
    if (
      last &&
      !found.includes(thing) &&
      /^and (?:then )?(?:also )?(?:the|my|our)?$/.test(textOf(heard, last.to, thing.from))
    )
      found.push(thing);
  }
  // "Toilet will not flush", "roof leaks": its name says what is wrong with it.
  if (found.length === 0) found.push(...known.filter((thing) => isTrouble(thing, symptoms, turn, lexicon)));
  if (found.length === 0 && reported && !FINE.test(text)) found.push(reported);
  // "My fridge is making a clunking sound, and the dishwasher will not latch": each is a report.
  if (mayReport)
    for (const thing of known)
      if (!found.includes(thing) && found.length > 0 && isReported(thing, turn)) found.push(thing);
  const diagnosed = diagnosis(turn, found);
  if (diagnosed)
    return [belongingTo(diagnosed.part, diagnosed.whole, { lexicon, heads: new Set(), plans: [] })];
  const heads = new Set(found.map(({ terms }) => terms.at(-1) ?? ""));
  // The fan hums and its blades do not turn: one thing has failed, the fan.
  const isPartOfFound = ({ terms }: NamedThing) =>
    [...(lexicon.concept("things", terms.at(-1) ?? "")?.partOf ?? [])].some((whole) => heads.has(whole));
  return found.filter((thing) => !isPartOfFound(thing));
}

/** A part that one operates: a switch, a knob, a handle. */
function isControl({ sort, terms }: NamedThing, lexicon: Reading["lexicon"]): boolean {
  return sort === "part" || (lexicon.concept("things", terms.at(-1) ?? "")?.fields.has("anywhere") ?? false);
}

/** Its name tells what is wrong, "out of hot water", or it is a trouble by itself: "there is a wasp nest". */
function isTrouble(
  { from, to, terms }: NamedThing,
  symptoms: readonly { readonly from: number; readonly to: number }[],
  { heard }: TurnReadings,
  lexicon: Reading["lexicon"],
): boolean {
  if (symptoms.some((one) => one.from > from && one.to <= to)) return true;
  const own = textOf(heard, from, to);
  const isTold = lexicon.describes(heard.tokens.slice(from, to).map(({ stem }) => stem));
  if (isTold && /\b(?:\w+ing|not|no|out|off|through|went|stopped|quit)\b/.test(own)) return true;
  const isThere =
    /\b(?:there is|there are|got|have|has|found|see|seen|spotted)(?: (?:a|an|some|the|these|all|lots of|loads of|big))*$/.test(
      textOf(heard, from - 4, from),
    );
  return (
    (isThere || from === 0) && lexicon.concept("things", terms.at(-1) ?? "")?.fields.has("trouble") === true
  );
}

/** Words of an answer that says only what is wrong. */
const SHORT = 6;
/** How an agent asks what is wrong. */
const ASKS =
  /\?\s*$|\b(?:what(?:['’]?s| is| are| does| happens| happened| seems)?|how|which|describe|tell me|is it|does it|are they|do they)\b/i;

/** "Now it's dead": said of the thing of the caller's turn right before. */
function saidOfBefore(
  { heard, talk, earlier }: TurnReadings,
  symptoms: readonly { readonly from: number }[],
): NamedThing[] {
  const isOfIt = symptoms.some(({ from }) =>
    /\b(?:it|its|it is|that|thats)(?: (?:is|just|now|has|completely|all))*$/.test(
      textOf(heard, from - 4, from),
    ),
  );
  // "The dryer." — "What is wrong with it?" — "No heat."
  const isAnswer =
    symptoms.length > 0 &&
    heard.tokens.length <= SHORT &&
    talk.before.at(-1)?.speaker === "AGENT" &&
    ASKS.test(talk.before.at(-1)?.text ?? "");
  const at = talk.before.toReversed().findIndex(({ speaker }) => speaker === "CUSTOMER");
  const before = at < 0 || at > 1 ? undefined : earlier[at];
  const thing = before?.find(({ sort, isPlace }) => sort === "thing" && !isPlace);
  return (isOfIt || isAnswer) && thing ? [{ ...thing, from: 0, to: heard.words.length }] : [];
}

/** "The furnace is out and we are going to a hotel": what is out is asked about, too. */
function failedBefore(
  { things }: TurnReadings,
  symptoms: readonly { readonly from: number }[],
  lost: readonly NamedThing[],
): NamedThing[] {
  const first = lost[0]?.from ?? 0;
  const failed = things.find(
    ({ sort, isPlace, to }) =>
      sort === "thing" &&
      !isPlace &&
      to <= first &&
      symptoms.some(({ from }) => from >= to && from - to <= 1),
  );
  return failed ? [failed] : [];
}

function textOf({ tokens }: TurnReadings["heard"], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ text }) => text)
    .join(" ");
}

/** "Hooked the drain up wrong": the thing stands inside of what tells the cause. */
function isWithin(
  { from, to }: NamedThing,
  start: number,
  end: number,
  heard: TurnReadings["heard"],
): boolean {
  return (
    to <= end &&
    start - to <= 2 &&
    /\b(?:hooked|wired|installed|put|piped|connected|set)\b/.test(textOf(heard, from - 3, from))
  );
}

/** Only an article or a describing word stands between: "burst water pipe", "leaking in my dishwasher". */
function isDirect(heard: TurnReadings["heard"], from: number, to: number): boolean {
  const between = textOf(heard, from, to);
  return to - from <= 9 && (to === from || BEHIND.test(between) || WHEN_USED.test(between));
}

/** Between what is wrong and the thing: "leaking | out from the bottom of the | dishwasher". */
const BEHIND =
  /^(?:(?:the|my|our|a|an|in|of|from|on|at|with|under|underneath|old|new|water|out|off|up|all|over|around|two|three|some|one|half|most|bottom|top|back|front|side|inside|behind|came|comes|coming) ?){1,6}$/;
/** "Nothing happens | when I press start on the | dryer". */
const WHEN_USED = /^(?:when|whenever|if|every time|each time) (?:i|we|you) (?:\w+ ){1,5}(?:the|my|our)$/;

/** "Roots got in the line": no thing is named, and the cause says of what it is. */
function impliedByCause(
  causes: readonly { readonly id: string; readonly from: number; readonly to: number }[],
  lexicon: Reading["lexicon"],
): NamedThing[] {
  return causes.slice(0, 1).flatMap(({ id, from, to }) => {
    const name = lexicon.concept("causes", id)?.fields.get("of")?.[0];
    const thing = name === undefined ? undefined : lexicon.books.things.get(stemsOf(name));
    if (name === undefined || thing === undefined) return [];
    return [
      {
        said: name,
        terms: [thing],
        wholes: [],
        plural: false,
        from,
        to,
        sort: "thing" as const,
        isPlace: false,
        isOption: false,
      },
    ];
  });
}

/** "The jets do not come on, I think it is the pump": what the caller takes for the cause is what is asked about. */
function diagnosis({ things, heard: { tokens } }: TurnReadings, found: readonly NamedThing[]) {
  const [whole] = found;
  const part = things.find(({ from, sort }) => {
    const led = tokens
      .slice(Math.max(0, from - 3), from)
      .map(({ text }) => text)
      .join(" ");
    return (sort === "part" || sort === "vague") && /\b(?:it is|is|its) (?:the|a)$/.test(led);
  });
  if (!whole || !part || part.from <= whole.from || found.includes(part)) return null;
  const owner = whole.wholes.at(-1);
  return { part, whole: owner === undefined ? whole : { ...whole, terms: [owner], said: owner, wholes: [] } };
}

/** Another thing stands between: the symptom is that one's. */
function isCrossed(thing: NamedThing, at: number, things: readonly NamedThing[]): boolean {
  return things.some(
    (other) =>
      other !== thing && !other.isPlace && other.from >= thing.to && other.to <= at && other.sort !== "vague",
  );
}
