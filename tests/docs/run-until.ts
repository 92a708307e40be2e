import { spawn } from "node:child_process";
import { matchesText } from "./matches-shown.ts";

/** How long an example may take to print what it shows, milliseconds. */
const PATIENCE_MS = 15_000;

/** The lines that an example says it prints: what follows `→` in its comments. */
export function shownLines(example: string): readonly string[] {
  return [...example.matchAll(/\/\/ → (.+)$/gm)].map(([, line = ""]) => line.trim());
}

/**
 * Runs a program until it has printed these lines, in this order, other lines between them or not, and stops it then.
 * Throws with all that it wrote when it fails, ends or takes too long before.
 */
export async function runUntil(cwd: string, file: string, lines: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [file], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let printed = "";
  let complaints = "";
  const fail = (why: string) => reject(new Error(`${file} ${why}; it printed:\n${printed}\n${complaints}`));
  const timer = setTimeout(
    () => fail(`did not print ${JSON.stringify(missing(lines, printed))}`),
    PATIENCE_MS,
  );
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  child.stdout.on("data", (chunk) => {
    printed += chunk;
    if (missing(lines, printed) === null) resolve();
  });
  child.once("error", reject);
  child.once("close", (code) => {
    const late = missing(lines, printed);
    if (code === 0 && late === null) resolve();
    else fail(`ended with ${code} before it printed ${JSON.stringify(late)}`);
  });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    child.kill();
  }
}

/** The first line that was not printed after those before it; null when all were. */
function missing(lines: readonly string[], printed: string): string | null {
  const rest = printed.split("\n").values();
  return lines.find((line) => !rest.some((got) => matchesText(line, got.trim()))) ?? null;
}
