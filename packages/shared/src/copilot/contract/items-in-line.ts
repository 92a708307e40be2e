/** A stretch of a clause's text under a heading in its line; null: the words before the first one. */
export interface ItemInLine {
  readonly title: string | null;
  readonly start: number;
  readonly end: number;
}

const RUN_IN =
  /(^|\n|[.;:)]\s+)((?:(?:\d{1,2}|[A-Z])[.)]\s+)?)([A-Z][A-Z0-9 &/,'’()-]{2,60}?)(?:\s?[.:–—]\s+|\s-\s+)(?=[A-Z])/g;
const LABEL =
  /^(?:NOT )?(?:COVERED|INCLUDED|EXCLUDED|LIMIT\w*|EXCLUSIONS?|NOTES?|PLEASE NOTE|IMPORTANT|WE|NOT|EXAMPLES?|CONDITIONS?|DEFINITIONS?|OPTIONAL|COVERAGE)\b/;

/** "Appliance extra (£6 a month): repair of …": an option at the beginning of a line. */
const OPTION_LINE =
  /(?:^|\n)(?:[-*•]\s+)?([A-Z][\w'’ /&-]{2,40}(?:extra|add-?on|option|rider|endorsement|upgrade|package))(?:\s*\([^)\n]*\))?:\s+/gi;

/** The items of a text: "REFRIGERATOR. Covered: … DISHWASHER. Covered: …"; labels such as "COVERED:" head none. */
export function itemsOf(text: string): ItemInLine[] {
  const shouted = [...text.matchAll(RUN_IN)]
    .filter(([, , , title = ""]) => isTitle(title))
    .map((match) => ({
      at: match.index + (match[1] ?? "").length,
      title: sentenceCase((match[3] ?? "").trim()),
    }));
  const options = [...text.matchAll(OPTION_LINE)].map((match) => ({
    at: match.index + match[0].indexOf(match[1] ?? ""),
    title: match[1] ?? "",
  }));
  const found = [...shouted, ...options].sort((a, b) => a.at - b.at);
  const items: ItemInLine[] = [];
  let start = 0;
  let title: string | null = null;
  for (const { at, title: next } of found) {
    if (text.slice(start, at).trim() !== "") items.push({ title, start, end: at });
    start = at;
    title = next;
  }
  items.push({ title, start, end: text.length });
  return items;
}

function isTitle(title: string): boolean {
  return !LABEL.test(title) && /[A-Z]{3}/.test(title) && title.split(" ").length <= 9;
}

function sentenceCase(title: string): string {
  return title.charAt(0) + title.slice(1).toLowerCase();
}
