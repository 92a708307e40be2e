import type { PolicyHit } from "../../domain/clause.ts";

const OPTIONAL =
  /\b(?:optional|add-?on|rider|endorsement|(?:for|at) an additional (?:fee|charge|cost|premium)|additional (?:premium|fee) (?:is|must)|if (?:purchased|selected|bought|added|elected)|(?:was|is|has been|have been|must be) (?:bought|purchased|selected|added|elected)|only (?:with|if you (?:have|bought|added)) the)\b/i;
const OPTIONAL_HEADING = /\b(?:options?|optional|add-?ons?|extras?|riders?|endorsements?)\b/i;
const NAMED =
  /\b((?:[A-Z][\w&'-]*\s+)(?:(?:and|&|[A-Z][\w&'-]*)\s+)*?(?:Option|Extra|Add-?on|Rider|Package|Upgrade|Endorsement|Coverage))\b/;

const NOT_NEEDED =
  /\bno (?:add-?on|option|extra|rider|endorsement|upgrade)s? (?:is|are) (?:needed|required|necessary)\b/i;

/** The option that must have been bought for a clause to help, by the name that the contract gives it. */
export function optionOf(hit: PolicyHit): string | null {
  if (NOT_NEEDED.test(hit.text)) return null;
  if (hit.kind === "exclusion" || hit.plans !== null) return null;
  const heading = OPTIONAL_HEADING.test(hit.section) || OPTIONAL_HEADING.test(hit.title);
  if (!heading && !OPTIONAL.test(hit.text)) return null;
  return optionNamed(hit.text) ?? leafOf(hit.section);
}

/** The option that a sentence names: "unless the Kitchen Extra has been bought" → "Kitchen Extra". */
export function optionNamed(text: string): string | null {
  const name = NAMED.exec(text)?.[1];
  return name === undefined ? null : name.replace(/^(?:The|An?|If|Where|Unless|With|Your)\s+/, "");
}

function leafOf(section: string): string {
  const leaf = section.split(/\s*[›>]\s*/).at(-1) ?? section;
  return leaf.replace(/^[A-Z]?[\d.]+\s*/, "").replace(/\s*\((?:optional|add-?on)\)/i, "");
}

const BUYING =
  /\b(?:add(?:ed)?|b(?:uy|ought)|purchas\w*|have|has|had|got|paid? for|pay for|took|take|includ\w+|with|opted|chose|signed up for)\b/i;
const DENYING = /\b(?:no|not|never|n['’]t|without|didn['’]t|don['’]t|doesn['’]t|declined|skipped)\b/i;

/** Whether the caller's words or plan say that the option was bought: true, false, or null when nothing does. */
export function optionHeld(option: string, told: string, known: readonly string[]): boolean | null {
  const key = option
    .toLowerCase()
    .replace(/\b(?:option|extra|add-?on|rider|package|upgrade|endorsement|coverage|the)\b/g, " ")
    .trim();
  const words = key.split(/[^a-z0-9]+/).filter((word) => word.length > 2 && word !== "and");
  if (known.some((name) => words.length > 0 && words.every((word) => name.toLowerCase().includes(word))))
    return true;
  const label = "(?:option|extra|add-?on|rider|package|upgrade|endorsement|coverage|plan)";
  for (const sentence of told.split(/[.;!?]|,? but /)) {
    const names =
      new RegExp(`\\b${label}`, "i").test(sentence) &&
      words.some((word) => sentence.toLowerCase().includes(word));
    if (!names) continue;
    if (DENYING.test(sentence)) return false;
    if (BUYING.test(sentence)) return true;
  }
  return null;
}
