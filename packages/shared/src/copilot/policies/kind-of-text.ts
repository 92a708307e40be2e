import type { ClauseKind } from "../../domain/clause.ts";

type Sign = readonly [kind: ClauseKind, words: RegExp];

const LABELS: readonly Sign[] = [
  ["coverage", /^(?:what(?:['’]s| is| we)? )?(?:covered|coverage|covers|included)(?:\s*:|$)/im],
  [
    "exclusion",
    /^(?:what(?:['’]s| is| we)? )?(?:(?:is |are )?not (?:covered|included)|excluded|exclusions?)(?:\s*:|$)/im,
  ],
  ["limit", /^(?:limits?|limitations?)(?:\s*:|$)/im],
  ["fee", /^fees?(?:\s*:|$)/im],
  ["condition", /^conditions?(?:\s*:|$)/im],
];

const HEADINGS: readonly Sign[] = [
  [
    "exclusion",
    /\bexclu(?:sions?|ded)\b|\bnot (?:covered|included)\b|\b(?:do not|don['’]t) (?:cover|pay)\b/i,
  ],
  ["fee", /\b(?:fees?|charges?|prices?|pricing|deductibles?)\b/i],
  [
    "procedure",
    /\bhow (?:to|do|we|you)\b|\brequest\w*\b|\bclaims?\b|\bcancel\w*|\bdisputes?\b|\btransfer\w*/i,
  ],
];

const SENTENCES: readonly Sign[] = [
  [
    "exclusion",
    /\b(?:do not|does not|don['’]t|will not|won['’]t|never) (?:cover|pay|include|repair|replace|diagnose)|\b(?:is|are) (?:not covered|not included|excluded)\b|\bnot (?:liable|responsible)\b/i,
  ],
  [
    "limit",
    /\b(?:up to|at most|no more than|maximum(?: of)?|limited to)\s+[$£€]|[$£€][\d,.]+ (?:aggregate|per (?:term|item|year|claim))/i,
  ],
  ["fee", /\b(?:you pay|fees?|charges?) [^.]{0,60}[$£€]|[$£€][\d,.]+ [^.]{0,30}\bfees?\b/i],
  [
    "condition",
    /\b(?:only (?:if|when|where)|provided that|must be|in force|is (?:covered|due) (?:if|when)|starts?)\b/i,
  ],
  [
    "coverage",
    /\b(?:(?:we|plan|agreement|it) (?:also )?(?:covers?|repairs?|replaces?|includes?)|(?:is|are) covered)\b/i,
  ],
  ["procedure", /\b(?:call|contact|request|notify|submit|cancel|write to|we (?:send|arrange|give))\b/i],
];

/**
 * What a clause says, read from its labels first (a text with several is coverage, if it grants), then its heading,
 * then its sentences. Without a sign, sentences that say what we or you may do are a condition, since they grant nothing;
 * a bare list is coverage.
 */
export function kindOfText(heading: string, text: string): ClauseKind {
  const labels = text.split("\n").filter((line) => line.length > 0);
  const label = LABELS.find(([, words]) => labels.some((line) => words.test(line.slice(0, 60))));
  if (label) return label[0];
  return (
    signOf(HEADINGS, heading) ??
    limitHeading(heading, text) ??
    signOf(SENTENCES, text) ??
    (isRule(text) ? "condition" : "coverage")
  );
}

function signOf(signs: readonly Sign[], text: string): ClauseKind | undefined {
  return signs.find(([, words]) => words.test(text))?.[0];
}

/** "Limits" names amounts, but "Limits of liability" names what is not given: an amount decides. */
function limitHeading(heading: string, text: string): ClauseKind | undefined {
  return /\blimit(?:s|ations?)?\b|\bmaximums?\b/i.test(heading) && /\$\s?\d/.test(text) ? "limit" : undefined;
}

function isRule(text: string): boolean {
  return /\b(?:we|you|our|your|may|shall|must|will|renews?)\b/i.test(text) && /[.!?]["”)]?$/.test(text);
}
