import type { PolicyClause } from "../../domain/clause.ts";
import type { Heading } from "./headings.ts";

const OPTIONAL =
  /\b(?:(?:for|at) an additional (?:fee|charge|cost|premium)|if (?:purchased|selected|bought|added|elected)|only (?:with|if you (?:have|bought|added)) the|covered only when you (?:bought|added|have)|in force only when)\b/i;
const NAMED =
  /\b((?:[A-Z][\w&'-]*\s+)(?:(?:and|&|[A-Z][\w&'-]*)\s+)*?(?:Option|Extra|Add-?on|Rider|Endorsement))\b/;
const NOT_NEEDED =
  /\bno (?:add-?on|option|extra|rider|endorsement|upgrade)s? (?:is|are) (?:needed|required|necessary)\b/i;

/** The option that must have been bought for a clause to help, by the name that the contract gives it; null: none. */
export function optionOf(clause: PolicyClause, headings: readonly Heading[]): string | null {
  if (NOT_NEEDED.test(clause.text) || clause.plans !== null) return null;
  const above = headings.slice(0, -1).some(({ isOptional }) => isOptional);
  const own = headings.at(-1);
  if (!above && !own?.isOptional && !OPTIONAL.test(clause.text)) return null;
  const named = NAMED.exec(clause.text)?.[1]?.replace(/^(?:The|An?|If|Where|Unless|With|Your)\s+/, "");
  return named ?? own?.title.split(/:\s+/)[0] ?? clause.title;
}
