import { readFile } from "node:fs/promises";
import { isRight, type MatchedRow } from "./match.ts";

/** Prints which rows of a set became right or wrong since a file that `--json` wrote. Throws where it cannot be read. */
export async function printChanges(path: string, set: string, rows: readonly MatchedRow[]): Promise<void> {
  const earlier: Record<string, { rows: MatchedRow[] }> = JSON.parse(await readFile(path, "utf8"));
  const before = new Map(earlier[set]?.rows.map((row) => [row.row.id, isClean(row)]));
  const changed = rows.filter((row) => before.has(row.row.id) && before.get(row.row.id) !== isClean(row));
  const ids = (better: boolean) =>
    changed
      .filter((row) => isClean(row) === better)
      .map(({ row }) => row.id)
      .join(" ") || "none";
  console.log(`better: ${ids(true)}\nworse: ${ids(false)}`);
}

const isClean = ({ pairs, extra }: MatchedRow) =>
  extra.length === 0 && pairs.every(({ want, got }) => isRight(want, got));
