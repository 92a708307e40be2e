export type Polarity = "grant" | "exclusion";

/** A stretch of a sentence that grants or excludes what it names. Offsets are into the sentence. */
export interface Stretch {
  readonly polarity: Polarity;
  readonly start: number;
  readonly end: number;
}

interface Marker extends Stretch {
  /** Names what comes after it ("we cover …"), before it ("… are covered"), or turns the sense round ("except"). */
  readonly names: "after" | "before" | "turn";
}

const NOT = String.raw`(?:\s+not|n['’]t|\s+never)`;
const PATTERNS: readonly (readonly [RegExp, Marker["names"], Polarity])[] = [
  [
    /\b(?:except(?:ing)?(?:\s+(?:for|that))?|other than(?!\s+(?:(?:our|the|us|we|you|your|an?)\b|its\b))|with the exception of|excluding|but\s+not(?!\s+limited)|apart from)\b/gi,
    "turn",
    "exclusion",
  ],
  [
    new RegExp(
      String.raw`\b(?:do|does|will|shall|can|may|would|is|are)${NOT}\s+(?:(?:ever|also|be|pay|to|obliged|required|liable|responsible|cover|the)\s+)*(?:cover|include|extend to|apply to|provide|repair|replace|reimburse|pay(?:\s+for)?|look\s+after|mend|deal\s+with|put\s+right|come\s+out\s+for|treat|fix|liable for|responsible for|obliged to|required to)\b`,
      "gi",
    ),
    "after",
    "exclusion",
  ],
  [
    /\b(?:never\s+(?:pays?(?:\s+for)?|covers?|includes?)|cannot\s+(?:cover|pay for)|won['’]t\s+(?:cover|pay(?: for)?|fix|repair|replace|do|mend|look after|deal with)|refuses?\s+to\s+pay)\b/gi,
    "after",
    "exclusion",
  ],
  [
    /\b(?:excludes?|no\s+(?:coverage|cover|benefits?|payment)\s+(?:is\s+\w+\s+)?(?:for|of)|(?:not\s+(?:liable|responsible)|no\s+(?:liability|responsibility|obligation))\s+for)\b/gi,
    "after",
    "exclusion",
  ],
  [
    /\b(?:not\s+(?:covered|protected|eligible)|excluded|(?:specific\s+|general\s+)?exclusions?(?:\s+(?:are|include))?|not\s+included|not\s+part\s+of\s+this\s+benefit)\s*:/gi,
    "after",
    "exclusion",
  ],
  [
    new RegExp(
      String.raw`\b(?:is|are|be|remains?|stays?)${NOT}?\s+(?:\w+ly\s+|always\s+|also\s+)*excluded\b`,
      "gi",
    ),
    "before",
    "exclusion",
  ],
  [
    new RegExp(
      String.raw`\b(?:is|are|be|was|were)${NOT}\s+(?:\w+ly\s+|ever\s+)?(?:covered|included|eligible|looked\s+after|part of|paid|payable|protected|insured|within|provided|reimbursed)\b`,
      "gi",
    ),
    "before",
    "exclusion",
  ],
  [
    /\b(?:will|shall|can|may)\s+not\s+be\s+(?:covered|paid|reimbursed|included|accepted|honou?red|provided|repaired|replaced)\b/gi,
    "before",
    "exclusion",
  ],
  // "Not liners, lights or cleaners."
  [
    /^not\s+(?!covered|included|protected|eligible|all|only|every|more|less|later|just|a\b|an\b|the\b)(?=[a-z])/gi,
    "after",
    "exclusion",
  ],
  [/\b(?:falls?|lies?)\s+outside\b/gi, "before", "exclusion"],
  [/\bnot\s+(?:covered|protected)\b/gi, "before", "exclusion"],
  [
    /(?<!\b(?:that|which|whom|what|whatever)\s+)\b(?:we(?:['’]ll)?|company|plan|agreement|contract|it|us|add-?on|option|extra|rider|endorsement|cover|coverage|package|policy|section|benefit|this)\s+(?:will\s+|shall\s+|also\s+)*(?:covers?|protects?|pays?(?:\s+(?:for|to\s+repair|to\s+replace))?|repairs?(?:\s+or\s+replaces?)?|replaces?|includes?|provides?|clears?|removes?(?: and disposes? of)?|disposes? of|hauls?|credits?|waives?|fix(?:es)?|reimburses?|unblocks?|looks?\s+after|mends?|puts?\s+right|deals?\s+with|makes?\s+(?:it\s+)?safe|gets?\s+(?:it|you|them)\s+(?:working|in|going)|contributes?|fits?|restores?)\b/gi,
    "after",
    "grant",
  ],
  [
    /\b(?:(?:covered|protected)(?:\s+(?:items|parts|components|systems|appliances))?(?:\s+(?:are|include))?|coverage\s+includes|items\s+covered|included)\s*:/gi,
    "after",
    "grant",
  ],
  // "Appliance extra: repair of one fridge, …": work that is promised without a verb.
  [
    /(?:^|:\s+)(?:the\s+)?(?:repairs?|replacement|clearance|patching)(?:\s+(?:and|or)\s+(?:repair|replacement))?\s+of\b/gi,
    "after",
    "grant",
  ],
  // What is covered by definition: '"Covered Equipment" means the furnace, …'.
  [
    /["“']?\bcovered (?:items?|equipment|systems?|property|appliances?|components?|products?)["”']? (?:means?|shall mean|are|includes?)\b/gi,
    "after",
    "grant",
  ],
  [/\b(?:includes?|coverage\s+(?:extends|applies)\s+to)\b/gi, "after", "grant"],
  // "Coverage is for residential property, not commercial property".
  [
    /\b(?:coverage|cover|protection|(?:this\s+)?(?:agreement|plan|contract))\s+is\s+(?:only\s+)?for\b/gi,
    "after",
    "grant",
  ],
  [
    /,\s+(?:and\s+)?not\s+(?:for\s+)?(?!limited|to\b|including|more|less|later|exceed|just|only|all|every)/gi,
    "turn",
    "exclusion",
  ],
  [
    /\b(?:is|are|be|remains?|stays?)\s+(?:\w+ly\s+|also\s+|then\s+)*(?:covered|included|eligible|protected|paid|insured|cleared|reimbursed)\b/gi,
    "before",
    "grant",
  ],
];

/** The stretches of a sentence that grant or exclude something. Without a word that does either: none. */
export function stretchesOf(sentence: string): Stretch[] {
  const markers = markersOf(sentence);
  const stretches: Stretch[] = [];
  let polarity: Polarity | null = null;
  for (const [index, marker] of markers.entries()) {
    const next = markers[index + 1];
    const until =
      next === undefined
        ? sentence.length
        : next.names === "before"
          ? boundaryBefore(sentence, marker.end, next.start)
          : next.start;
    const turned: Polarity = polarity === "exclusion" ? "grant" : "exclusion";
    const own: Polarity = marker.names === "turn" ? turned : marker.polarity;
    const from =
      marker.names === "before"
        ? boundaryBefore(sentence, markers[index - 1]?.end ?? 0, marker.start)
        : marker.end;
    if (marker.names === "before") stretches.push({ polarity: own, start: from, end: marker.start });
    // In a list of semicolons an exception is of its own item only.
    const listEnd = marker.names === "turn" && polarity !== null ? sentence.indexOf(";", marker.end) : -1;
    if (listEnd >= 0 && listEnd < until && sentence.lastIndexOf(";", marker.start) >= 0) {
      stretches.push({ polarity: own, start: marker.end, end: listEnd });
      if (listEnd + 1 < until && polarity !== null)
        stretches.push({ polarity, start: listEnd + 1, end: until });
      continue;
    }
    const joint = /(?:^|[\s,;])(?:but|while|whereas|and)\s*$/i.exec(sentence.slice(marker.end, until));
    const end = joint === null ? until : marker.end + joint.index;
    if (marker.end < end) stretches.push({ polarity: own, start: marker.end, end });
    if (marker.names !== "turn") polarity = own;
  }
  return stretches;
}

/** "Even when the item itself is covered": what a subordinate clause supposes, the sentence does not say. */
const SUPPOSED =
  /\b(?:even (?:if|when|though|where)|if|when|whenever|unless|whether(?: or not)?|although|though)\b[^,;:.]*$|\b(?:that|which)\s+$/i;

/** Where the part of the sentence begins whose verb stands at `to`: after the last "; ", ", and " or "but". */
function boundaryBefore(sentence: string, from: number, to: number): number {
  const cut = [
    ...sentence.slice(from, to).matchAll(/;\s|,?\s+but\s+(?!not limited)|,\s+(?:while|whereas)\s|:\s/g),
  ].at(-1);
  return cut === undefined ? from : from + cut.index + cut[0].length;
}

function markersOf(sentence: string): Marker[] {
  const markers: Marker[] = [];
  for (const [pattern, names, polarity] of PATTERNS) {
    for (const match of sentence.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (names === "before" && SUPPOSED.test(sentence.slice(0, start))) continue;
      if (markers.every((other) => end <= other.start || start >= other.end))
        markers.push({ names, polarity, start, end });
    }
  }
  return markers.sort((a, b) => a.start - b.start);
}
