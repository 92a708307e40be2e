/** Numbers under these names differ from run to run. */
const VARIABLE = new Set(["seq", "score", "p50", "p95", "p99", "sourcesMs", "readyMs"]);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ELLIPSIS = "…";

/**
 * Says where what came differs from what a document shows; null where it does not. `"…"` stands for anything, inside a
 * string for any characters, as a field for further fields, at the end of a list for further items. Times of day and
 * seqs differ from run to run: their form is compared.
 */
export function difference(shown: unknown, got: unknown, path = "$"): string | null {
  if (shown === ELLIPSIS) return null;
  if (typeof shown === "string") return differentText(shown, got, path);
  if (Array.isArray(shown)) return differentList(shown, got, path);
  if (typeof shown === "object" && shown !== null) return differentObject(shown, got, path);
  const name = path.split(".").at(-1) ?? "";
  if (typeof shown === "number" && typeof got === "number" && VARIABLE.has(name)) return null;
  return shown === got ? null : differs(path, shown, got);
}

function differentText(shown: string, got: unknown, path: string): string | null {
  if (typeof got !== "string") return differs(path, shown, got);
  if (TIME.test(shown) && TIME.test(got)) return null;
  if (path.endsWith(".id") && /^\d+$/.test(shown) && /^\d+$/.test(got)) return null;
  return matchesText(shown, got) ? null : differs(path, shown, got);
}

/** Whether a text is as shown, with any characters where an ellipsis stands. */
export function matchesText(shown: string, got: string): boolean {
  const parts = shown.split(ELLIPSIS).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`).test(got);
}

function differentList(shown: readonly unknown[], got: unknown, path: string): string | null {
  if (!Array.isArray(got)) return differs(path, shown, got);
  const open = shown.at(-1) === ELLIPSIS;
  const items = open ? shown.slice(0, -1) : shown;
  if (open ? got.length < items.length : got.length !== items.length)
    return `${path} has ${got.length} items`;
  return first(items.map((item, index) => difference(item, got[index], `${path}[${index}]`)));
}

function differentObject(shown: object, got: unknown, path: string): string | null {
  if (typeof got !== "object" || got === null || Array.isArray(got)) return differs(path, shown, got);
  const entries = Object.entries(shown).filter(([name]) => name !== ELLIPSIS);
  const found = new Map<string, unknown>(Object.entries(got));
  const named = new Set(entries.map(([name]) => name));
  const further = [...found.keys()].find((name) => !named.has(name));
  if (further && !(ELLIPSIS in shown)) return `${path}.${further} is not shown`;
  return first(
    entries.map(([name, value]) =>
      found.has(name) ? difference(value, found.get(name), `${path}.${name}`) : `${path}.${name} is missing`,
    ),
  );
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((each) => each !== null) ?? null;
}

function differs(path: string, shown: unknown, got: unknown): string {
  return `${path} is ${JSON.stringify(got)}, shown is ${JSON.stringify(shown)}`;
}
