/** The list with each name once, in the spelling and the place in which it came first. */
export function distinctOptions(options: readonly string[]): string[] {
  const keys = options.map(optionKey);
  return options.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** Whether two lists name the same options, in whatever order; null, not known, is the same as null only. */
export function sameOptions(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b;
  const [one, other] = [new Set(a.map(optionKey)), new Set(b.map(optionKey))];
  return one.size === other.size && one.isSubsetOf(other);
}

function optionKey(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
