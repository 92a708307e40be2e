import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../support/start-server.ts";

/** A fenced block of a document. */
export interface Fence {
  readonly language: string;
  /** What follows the language, as a file's name. */
  readonly info: string;
  readonly text: string;
  /** The nearest heading above, without its marks. */
  readonly heading: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
}

/** One section of a document: its heading and the text up to the next one of any level. */
export interface Section {
  readonly heading: string;
  readonly text: string;
}

/** Reads a document of `docs/`. */
export function readDocument(name: string): Promise<string> {
  return readFile(join(ROOT, "docs", name), "utf8");
}

/** Every fenced block, in the document's order. */
export function fencesOf(document: string): readonly Fence[] {
  const fences: Fence[] = [];
  let heading = "";
  let open: { language: string; info: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of document.split("\n").entries()) {
    const mark = /^```(\S*) ?(.*)$/.exec(line);
    if (open && mark) {
      const { lines, ...rest } = open;
      fences.push({ ...rest, heading, text: lines.join("\n") });
      open = null;
    } else if (open) open.lines.push(line);
    else if (mark) open = { language: mark[1] ?? "", info: mark[2] ?? "", line: index + 1, lines: [] };
    else heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading;
  }
  return fences;
}

/** Every section under its heading; fenced lines that begin with "#" do not count as headings. */
export function sectionsOf(document: string): readonly Section[] {
  const bare = document.replace(/^```[\s\S]*?^```$/gm, "");
  return bare.split(/^#+ /m).map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    return { heading, text: lines.join("\n") };
  });
}

/** The rows of the first table after a heading, cells trimmed, without head and rule. */
export function tableUnder(document: string, heading: string): readonly (readonly string[])[] {
  const text = sectionsOf(document).find((section) => section.heading === heading)?.text ?? "";
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
