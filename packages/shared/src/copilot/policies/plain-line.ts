const LABEL =
  /^(?:what(?:['’]s| is| we)? )?(?:(?:is |are )?not (?:covered|included|protected|eligible)|covered|protected|coverage|covers|included|excluded|exclusions?|limits?|limitations?|fees?|conditions?)(?:\s*:|$)/i;
const NUMBERING =
  /^(?:(?:section|article|part)\s+)?(?:(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVX]{1,5})[.):]|\d{1,3}(?:\.\d{1,3})+)\s+|^(?:section|article|part)\s+(?:\d{1,3}|[A-Z]|[IVX]{1,5})\s*[-–—]?\s+/i;

/** Whether a line says what kind of statement follows: `COVERED: …`, `Limit:`, or `NOT COVERED` alone. */
export function isLabel(line: string): boolean {
  return LABEL.test(line);
}

/** Whether a line is a row of a Markdown table. */
export function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

/** Whether a line is the rule of dashes below a table's header. */
export function isTableRule(line: string): boolean {
  return isTableRow(line) && /^[\s|:-]+$/.test(line) && line.includes("-");
}

/** A heading's words without "A.", "1.2" or "Section F:" before them. */
export function withoutNumbering(title: string): string {
  return title.replace(NUMBERING, "").trim() || title;
}

/** The words of a line without the marks of bold, italic and code; what is not a pair of marks stays. */
export function withoutMarkup(line: string): string {
  return line
    .replace(/(\*\*|__)(?=\S)([^*_]{1,500})\1/g, "$2")
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]{1,500})\*(?![\w*])/g, "$1")
    .replace(/(?<!\w)_(?=[^\s_])([^_]{1,500})_(?!\w)/g, "$1")
    .replace(/`([^`]{1,500})`/g, "$1");
}
