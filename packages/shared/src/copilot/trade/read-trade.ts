/** One line of a trade's data. */
export interface TradeEntry {
  readonly name: string;
  /** Other names for the same. */
  readonly others: readonly string[];
  /** What else the line says, by key. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Keys whose value is one sentence, commas and all. */
const SENTENCES = new Set(["first"]);

/** The entries of one part of a trade, in order. Never throws: a line without a name is left out. */
export function readTrade(text: string): TradeEntry[] {
  return text.split("\n").flatMap((line) => readLine(line.trim()) ?? []);
}

function readLine(line: string): TradeEntry | null {
  if (line === "" || line.startsWith("#")) return null;
  const [names = "", ...rest] = line.split("|");
  const [name = "", others = ""] = names.split("=");
  if (name.trim() === "") return null;
  const fields = new Map<string, readonly string[]>();
  for (const field of rest) {
    const at = field.indexOf(":");
    const key = field.slice(0, at).trim();
    const value = field.slice(at + 1).trim();
    if (at > 0) fields.set(key, SENTENCES.has(key) ? [value] : listed(value));
  }
  return { name: name.trim(), others: listed(others), fields };
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
