import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContractBook } from "@live-copilot/shared/copilot";
import { readSet } from "../../eval/sets/row.ts";
import { answersTo, bookOf } from "../../support/rules-alone.ts";
import { ROOT } from "../../support/start-server.ts";
import { atMost, type PartResult, type RunOptions } from "../part.ts";
import { median, round } from "../stats.ts";

/** Characters of a hostile turn: more than the webhook takes of one segment in ordinary talk. */
const HOSTILE = 10_000;
const ASKER = { plan: "Plus", state: "OH" };
const repeated = (words: string) => words.repeat(Math.ceil(HOSTILE / words.length)).slice(0, HOSTILE);
const HOSTILE_TURNS = [
  "is the ",
  "covered ",
  "my dishwasher pump and ",
  "so is that covered or ",
  "who pays for the maybe rust maybe ",
  "a",
  "the one in the the one in the ",
  "if it is not then is it not, ",
].map(repeated);

/** What reading a turn and deciding its questions costs one thread: ordinary turns, and text made to be slow. */
export async function readingPart({ quick }: RunOptions): Promise<PartResult> {
  const book = await sampleBook();
  const calls = await readSet(join(ROOT, "tests/eval/cases/everyday.jsonl"));
  const turns = calls.flatMap((call) => call.turns.filter(({ speaker }) => speaker === "CUSTOMER"));
  const texts = turns.map(({ text }) => text);
  for (const text of texts) timed(book, text);
  const ordinary = Array.from({ length: quick ? 1 : 5 }, () => texts.map((text) => timed(book, text))).flat();
  const hostile = HOSTILE_TURNS.map((text) => timed(book, text));
  const p99 = ordinary.toSorted((a, b) => a - b)[Math.floor(ordinary.length * 0.99)] ?? 0;
  const slowest = Math.max(...hostile);
  return {
    title: "a turn read and its questions decided, one thread, no I/O",
    rows: [
      {
        what: "a caller's turn",
        turns: ordinary.length,
        "p50 ms": round(median(ordinary)),
        "p99 ms": round(p99),
      },
      {
        what: `${HOSTILE} hostile characters`,
        turns: hostile.length,
        "p50 ms": round(median(hostile)),
        "p99 ms": round(slowest),
      },
    ],
    goals: [
      atMost("a caller's turn, p99 ms: at most 10", p99, 10),
      atMost("hostile text, slowest ms: at most 100", slowest, 100),
    ],
    notes: ["the sample library; of the hostile turns the last column is the slowest"],
  };
}

function timed(book: ContractBook, text: string): number {
  const begun = performance.now();
  answersTo(book, text, ASKER);
  return performance.now() - begun;
}

async function sampleBook(): Promise<ContractBook> {
  const folder = join(ROOT, "samples/library");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  return bookOf(
    await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
    ),
  );
}
