import type { Lexicon } from "../language/lexicon.ts";
import { mentionsOf, type Term, termsOf } from "../language/terms.ts";
import { tokensOf } from "../language/tokens.ts";
import { dealingsSaid } from "../understand/dealings-said.ts";
import type { Sense } from "./statement.ts";

/** One heading above a clause, as far as the copilot reads it. */
export interface Heading {
  /** Without its number. */
  readonly title: string;
  /** What it names: "Oven, range and cooktop: what is not covered" names three things. */
  readonly names: readonly (readonly Term[])[];
  /** The stems of its words. */
  readonly stems: ReadonlySet<string>;
  /** Ids of the dealings that it is about. */
  readonly dealings: ReadonlySet<string>;
  /** What it says of all that stands below it. */
  readonly sense: Sense | null;
  /** Whether what stands below it must be bought besides. */
  readonly isOptional: boolean;
}

const NUMBER =
  /^(?:(?:section|part|article|item|no\.?)\s+)?(?:[A-Z]?\d+(?:\.\d+)*|[A-Z]|[ivx]+)[.):]\s+|^[A-Z]?\d+(?:\.\d+)*\s+/i;
const REFUSES =
  /\b(?:not covered|not included|not include|exclu\w+|what (?:we|you) (?:do not|don['’]t|won['’]t|will not|cannot|can['’]t)|what (?:do(?:es)?n['’]t|won['’]t|isn['’]t|are(?: not|n['’]t))|won['’]t|does not cover|never|limitations? of liability|limits? of liability|no [a-z ]+)\b/i;
const CAPS = /\b(?:limits?|maximums?|caps?)\b(?! of liability)/i;
const GRANTS =
  /\b(?:what(?:['’]s| is) (?:covered|included)|what we(?:['’]ll| will)? (?:cover|fix|pay)|covered|included|we(?:['’]ll| will)? (?:cover|fix)|what (?:will|do|can) (?:you|we) (?:cover|fix|do|mend|repair|pay for|look after|put right)|what (?:we|you)(?:['’]ll| will)? (?:cover|fix|do|mend|repair|look after|put right))\b/i;
const OPTIONAL = /\b(?:optional|options?|add-?ons?|extras?|riders?|upgrades?|additional cover(?:age)?)\b/i;
/** Words of a heading that name nothing by themselves. */
const BESIDES =
  /\b(?:what (?:is|are|we)|is|are|we|covered?|coverage|not|included?|include|excluded|exclusions?|limits?|limit|limitations?|for|the|of|your|our|item|items|optional|option|options|add-?ons?|and\/or|guide|plan schedule|do|don['’]?t|won['’]?t|will|cover|pay|fix|you|mend|repair|look after|put right)\b/gi;

/** Reads the headings of a clause's section, "4 Plumbing › 4.2 Toilets", the outermost first. */
export function headingsOf(section: string, lexicon: Lexicon): Heading[] {
  return section
    .split(/\s*›\s*/)
    .filter(Boolean)
    .map((written) => headingOf(written, lexicon));
}

/** Reads one heading. */
export function headingOf(written: string, lexicon: Lexicon): Heading {
  const title = written.replace(NUMBER, "").trim() || written;
  const [base = "", ...tail] = title.split(/:\s+|\s+[–—-]\s+/);
  const rest = tail.join(" ");
  const about = `${rest} ${base}`;
  const sense: Sense | null = REFUSES.test(about)
    ? "refuse"
    : CAPS.test(about)
      ? "cap"
      : GRANTS.test(about)
        ? "grant"
        : null;
  const tokens = tokensOf(title);
  const said = dealingsSaid({ tokens }, [0, tokens.length], lexicon).filter(({ score }) => score >= PLAIN);
  const dealings = new Set([...mentionsOf(tokens, "dealings", lexicon), ...said].map(({ id }) => id));
  const stems = new Set(tokens.map(({ stem }) => stem));
  return { title, names: namesOf(base, lexicon), sense, stems, dealings, isOptional: OPTIONAL.test(title) };
}

/** How plainly a heading must speak of a dealing in a caller's words, "How quickly will you come?". */
const PLAIN = 2;

function namesOf(base: string, lexicon: Lexicon): Term[][] {
  const plain = base.replace(/\([^)]*\)/g, " ");
  const parts = plain
    .split(/\s*(?:\/|,|;|\band\/or\b|\band\b|\bor\b|&)\s*/i)
    .map((part) => part.replace(BESIDES, " "));
  const names = parts
    .map((part) => withoutEmptyHead(termsOf(tokensOf(part), lexicon), lexicon))
    .filter((terms) => terms.length > 0);
  return shareHead(names, lexicon);
}

/** "Swimming pool equipment" is a name of the pool's. */
function withoutEmptyHead(terms: Term[], lexicon: Lexicon): Term[] {
  const head = terms.at(-1);
  const isEmpty = head !== undefined && lexicon.concept("things", head.id)?.fields.has("empty") === true;
  return isEmpty && terms.length > 1 ? terms.slice(0, -1) : terms;
}

/** "Smoke and carbon monoxide detectors": a first word that is no thing borrows the last one's head. */
function shareHead(names: Term[][], lexicon: Lexicon): Term[][] {
  return names.map((name, i) => {
    const next = names[i + 1];
    const [only] = name;
    const head = next?.at(-1);
    const isThing = only?.known && lexicon.concept("things", only.id)?.sort !== "vague";
    return next && only && head && name.length === 1 && !isThing && next.length > 1 ? [only, head] : name;
  });
}
