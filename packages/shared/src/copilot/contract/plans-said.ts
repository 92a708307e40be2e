import type { Place, Sense, Statement } from "./statement.ts";
import type { Unit } from "./units.ts";

const LISTS_PLAN =
  /\b(?:includes?|included|comes with|you get|protects?)\b|\b(?:plan|cover|tier) (?:also )?covers\b/i;
const ALL_OF = /\b(?:everything|every|all)\b/i;

/** "Oak protects your systems": where what a plan gives begins, by its name; null where no plan does. */
export function givenByPlan(text: string, { plans }: Place): number | null {
  const plan = plans.toSorted((a, b) => b.length - a.length).find((one) => text.startsWith(one));
  if (plan === undefined) return null;
  const verb =
    /^(?: (?:plan|cover|coverage))?\s+(?:also\s+)?(?:protects?|covers?|includes?|adds?|gives? you|comes with|looks? after|is for)\s+/i.exec(
      text.slice(plan.length),
    );
  return verb ? plan.length + verb[0].length : null;
}

/** "And, unless the plan is Select Plus, sediment"; "ice makers, except with Select Plus": what holds for the other plans only. */
export function plansExcepted(text: string, { plans }: Place) {
  const found =
    /,?\s*\b(?:unless|except)\b(?: (?:for|with|under|in|on|if|when|where|that|customers|homes|you|have|bought|chose|your|the|plan|is|a|an))*\s+/i.exec(
      text,
    );
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const named = plans
    .toSorted((a, b) => b.length - a.length)
    .find((plan) => rest.toLowerCase().startsWith(plan.toLowerCase()));
  if (named === undefined) return null;
  const behind = rest.slice(named.length);
  const tail = /^(?: (?:plan|coverage|cover|customers|contracts?))?\s*([,;.]|$)\s*/i.exec(behind);
  const end = text.length - behind.length + (tail?.[0].length ?? 0);
  const goesOn = tail?.[1] === "," && !/^\s*(?:which|where|that|who)\b/i.test(text.slice(end));
  return { start: found.index, end, plans: [named], isBehind: !goesOn };
}

/** Where the last part of a list before an offset begins: after its last comma that is no "and". */
export function splitBefore(text: string, to: number): number {
  const cut = [...text.slice(0, to).matchAll(/;|,\s+(?:and|or)\s|,/g)].at(-1);
  return cut === undefined ? 0 : cut.index + cut[0].length;
}

export function plansIn(text: string, unit: Unit, place: Place): readonly string[] {
  const said = unit.leadIn ? `${unit.leadIn.text} ${text}` : text;
  const named = plansNamed(said, place.plans);
  if (named.length < 2 || !LISTS_PLAN.test(said)) return named;
  // "The Complete plan includes everything in Basic and …" is the list of the plan that it begins with.
  const [first] = named.toSorted((a, b) => said.indexOf(a) - said.indexOf(b));
  return first === undefined || said.indexOf(first) > 60 ? named : [first];
}

/** The plans that a text names, in the library's order; "Select Plus" does not name "Select". */
function plansNamed(text: string, plans: readonly string[]): string[] {
  let rest = text;
  const found = new Set<string>();
  for (const plan of plans.toSorted((a, b) => b.length - a.length)) {
    if (!planPattern(plan).test(rest)) continue;
    found.add(plan);
    rest = rest.replaceAll(plan, "…");
  }
  return plans.filter((plan) => found.has(plan));
}

const patterns = new Map<string, RegExp>();

/** A plan's name as a name: "the Basic plan", "Basic:", "under Complete". */
function planPattern(plan: string): RegExp {
  const known = patterns.get(plan);
  if (known) return known;
  const name = plan.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(
    `(?:^|[^\\p{L}])${name}(?:\\s+(?:plan|cover|tier|package)|\\s*:|[^\\p{L}]|$)`,
    "u",
  );
  if (patterns.size > 500) patterns.clear();
  patterns.set(plan, pattern);
  return pattern;
}

export function planNamed(column: string, plans: readonly string[]): string | null {
  const exact = plans.find((plan) => plan.toLowerCase() === column.toLowerCase().replace(/\s+plan$/, ""));
  return exact ?? null;
}

/** Whether a sentence lists what a plan holds: its subject is a plan, or its document is for some plans only. */
export function isPlanList(
  sense: Sense,
  { clause, plans, unit }: Pick<Statement, "clause" | "plans" | "unit">,
): boolean {
  if (sense !== "grant" && sense !== "refuse") return false;
  const said = unit.leadIn?.text ?? unit.text;
  const subject = said.slice(0, 60);
  const isPlans =
    plans.some((plan) => planPattern(plan).test(subject)) || /\bany plan\b|\bin every plan\b/i.test(subject);
  return (
    LISTS_PLAN.test(said) && (isPlans || (clause.plans !== null && /\bplan\b|^(?:it|this)\b/i.test(subject)))
  );
}

/** "Every system that …", "everything in Basic and …". */
export function includesAll({ unit, sense }: Statement): boolean {
  return sense === "grant" && ALL_OF.test(unit.text) && planItBuildsOn(unit.text) === null;
}

const BUILDS_ON =
  /\b(?:everything|all (?:of )?(?:the )?(?:items|coverage|benefits)?|every item)\s*(?:that is |that['’]s )?(?:in|of|from|under|included in)\s+(?:the\s+)?((?:Plan\s+\w+|[A-Z][\w+]*(?:\s+[A-Z][\w+]*){0,2}))/;

/** "Plan B includes everything in Plan A": the plan that it goes on from, as it is written; null: none. */
export function planItBuildsOn(text: string): string | null {
  return BUILDS_ON.exec(text)?.[1]?.replace(/\s+plan$/i, "") ?? null;
}
