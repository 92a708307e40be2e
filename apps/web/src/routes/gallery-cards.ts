import type { Citation, FeedbackKind, SuggestionCard } from "@live-copilot/shared";

/** One state of a card as the gallery shows it. */
export interface GalleryItem {
  readonly title: string;
  readonly card: SuggestionCard;
  readonly draft?: string;
  readonly marks?: readonly FeedbackKind[];
}

/** A quote with its deciding words between stars. */
function cite(text: string, title: string, section: string): Citation {
  const start = text.indexOf("*");
  const end = text.lastIndexOf("*") - 1;
  return {
    clauseId: section,
    documentId: title,
    title,
    version: "2026-01",
    section,
    kind: "coverage",
    quote: text.replaceAll("*", ""),
    marks: start >= 0 ? [[start, end]] : [],
    verified: true,
  };
}

const cooling = cite(
  "Compressors, condensing coils and refrigerant lines are covered, *up to $2,000 per Agreement Term*.",
  "Plus Plan",
  "4 Limits › 4.2 Cooling",
);
const fee = cite(
  "In Texas the service fee is *$85 per visit*.",
  "Texas Amendment",
  "1. Service fee in Texas",
);
const SCRIPT =
  "Good news, Dana: your Plus plan does cover the compressor. It pays up to $2,000 for cooling in each term, so of the $2,800 you were quoted about $800 would be yours, plus the $85 visit fee.";

const BASE: SuggestionCard = {
  id: "card",
  status: "ready",
  origin: "customer",
  question: { text: "Is the air conditioner's compressor covered?", segmentIds: [] },
  decision: "Partial",
  reason: "up to $2,000 a term",
  script: SCRIPT,
  citations: [cooling],
  nextSteps: [],
  context: { plan: "Plus", state: "TX", contractType: "Homeowner" },
  engine: "rules",
  timings: { sourcesMs: 38, readyMs: 940 },
  createdAt: "2026-11-23T10:03:37.000Z",
  updatedAt: "2026-11-23T10:03:38.000Z",
};

function item(
  title: string,
  changes: Partial<SuggestionCard>,
  rest: Omit<GalleryItem, "title" | "card"> = {},
) {
  return { title, card: { ...BASE, id: title, ...changes }, ...rest };
}

const asked = (text: string) => ({ question: { text, segmentIds: [] } });
const awaited = { status: "sources", script: "", timings: { sourcesMs: 38 } } as const;

export const GALLERY: readonly GalleryItem[] = [
  item("Sources are here, the text is being written", awaited),
  item("The text streams in, nothing moves", awaited, { draft: SCRIPT.slice(0, 74) }),
  item("Partly covered, with steps and proof", {
    citations: [cooling, fee],
    nextSteps: [
      "Confirm the unit was working when the plan began",
      "Open a claim: cooling, compressor",
      "Book a second opinion if the quote is disputed",
    ],
  }),
  item("Covered", {
    ...asked("Is a leaking water heater covered?"),
    decision: "Yes",
    reason: "$85 visit fee",
    script: "Yes, your plan covers the water heater and the visit is $85. Shall I open the claim now?",
    citations: [
      cite("Water heaters, *including leaks from the tank*, are covered.", "Plus Plan", "4.5 Water heaters"),
    ],
  }),
  item("Not covered, and what can be done", {
    ...asked("Can she use her own contractor?"),
    decision: "No",
    reason: "network contractors only",
    script:
      "I'm sorry, work by your own contractor isn't paid for. What I can do is book a second opinion at no cost.",
    citations: [
      cite(
        "We will not reimburse work done *by a contractor we did not assign*.",
        "Master Agreement",
        "7.1 Contractors",
      ),
    ],
  }),
  item("Not known yet: ask first", {
    ...asked("Is the pool heater covered?"),
    decision: "Unknown",
    reason: "depends on the kind of heater",
    script: "",
    clarifyingQuestion: "Is the heater gas, electric or solar?",
    citations: [
      cite(
        "Gas and electric pool heaters are covered; *solar heaters are not*.",
        "Pool option",
        "1 Pool heaters",
      ),
    ],
  }),
  item("Nothing in the contract", {
    ...asked("What was she told last year?"),
    decision: "Unknown",
    reason: "no clause speaks of earlier calls",
    script: "I can't see what was said last year from the contract. Let me check your call notes.",
    citations: [],
    searched: { documents: 4, plan: "Plus", state: "TX" },
  }),
  item("No question of coverage", {
    ...asked("How soon does a contractor come?"),
    decision: null,
    reason: "within 24 hours over 95 degrees",
    script:
      "With this heat it is an emergency in Texas: a contractor is assigned within 24 hours of your claim.",
    citations: [
      cite(
        "We assign a Service Contractor *within 24 hours* of the claim.",
        "Texas Amendment",
        "3. Emergencies",
      ),
    ],
  }),
  item("Two readings differ", {
    ...asked("Is refrigerant recovery covered?"),
    readings: [
      { engine: "openai:gpt-5", decision: "Partial" },
      { engine: "rules", decision: "No" },
    ],
    engine: "openai:gpt-5",
    reason: "up to $10 per pound",
    script: "Refrigerant is covered up to a limit per pound. Let me check the clause with you.",
    citations: [
      cite("Refrigerant recovery is covered *up to $10 per pound*.", "Plus Plan", "4.3 Refrigerant"),
    ],
  }),
  item("Two readings, one of them no question of coverage", {
    ...asked("Does she have to be at home for the visit?"),
    decision: "Unknown",
    readings: [
      { engine: "openai:gpt-5", decision: "Unknown" },
      { engine: "rules", decision: null },
    ],
    engine: "openai:gpt-5",
    reason: "the contract speaks of access, not of who gives it",
    script: "Someone needs to let the technician in. Let me check with you whether that can be a neighbour.",
    citations: [cite("You must *provide access* to the item.", "Master Agreement", "6.2 Access")],
  }),
  item("The assistant did not answer", {
    ...asked("Is the dishwasher covered?"),
    decision: "Yes",
    reason: "by the contract's own words",
    script: "Yes, the dishwasher is in your plan, up to $1,000 a term.",
    notice: {
      code: "MODEL_TIMEOUT",
      text: "The assistant took too long; this comes from the contract alone.",
    },
  }),
  item("The assistant failed, on a first reading that stands", {
    ...asked("Is refrigerant recovery covered?"),
    reason: "up to $10 per pound",
    script: "Yes in part: refrigerant recovery is covered up to $10 per pound.",
    notice: {
      code: "MODEL_FAILED",
      text: "The assistant did not answer; this comes from the contract alone.",
    },
  }),
  item("Policies can't be searched", {
    ...asked("Is the roof covered?"),
    status: "failed",
    decision: "Unknown",
    reason: "the policies can't be searched right now",
    script:
      "I can't look into your contract at this moment. Let me take your question down and come back to you.",
    citations: [],
    nextSteps: ["Note the question and tell the customer that you will come back to it"],
    notice: {
      code: "POLICIES_UNAVAILABLE",
      text: "Policies can't be searched right now. The answer will come here by itself.",
    },
  }),
  item("No text could be written", { status: "failed", script: "", timings: { sourcesMs: 31 } }),
  item("Asked again more exactly", { ...asked("Is the outdoor unit covered?"), supersededBy: "another" }),
  item("Taken back", { status: "withdrawn", script: "" }),
  item("Said, pinned, helpful", {}, { marks: ["used", "pinned", "helpful"] }),
  item("Long words, no places to break them", {
    ...asked(
      "Is the Rheem-ProTerra-Hybrid-Electric-Heat-Pump-Water-Heater-XE50T10H45U0-with-LeakGuard covered in the guest house behind the garage?",
    ),
    reason: "only where the optional guest unit was bought before the failure happened",
    script: `${SCRIPT} Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft may say otherwise, and I will find out for you while we are on the line.`,
    nextSteps: ["Ask for XE50T10H45U0-0123456789-0123456789-0123456789 on the plate of the unit"],
    citations: [
      cite(
        "We pay for *guest units* within 2 feet of the foundation of the main house.",
        "Additional Coverage for Detached Structures and Guest Units",
        "12 Everything else › 12.14 Guest units that share a meter with the main house",
      ),
      fee,
      cooling,
      cite("Nothing else *applies*.", "Master Agreement", "20 Else"),
    ],
  }),
];
