const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;

/**
 * A clause's text as it is quoted: each paragraph and each list item on a line of its own, words as written. Lines
 * that an editor wrapped are joined by a space; list items begin with `- ` or with their number.
 */
export function joinText(lines: readonly string[]): string {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const words = line.replace(/\s+/g, " ").trim();
    if (words === "") {
      open = false;
    } else if (ITEM.test(line)) {
      joined.push(words.replace(/^[*+] /, "- "));
      open = true;
    } else if (open) {
      joined.push(`${joined.pop()} ${words}`);
    } else {
      joined.push(words);
      open = true;
    }
  }
  return joined.join("\n");
}
