import { atMost, type PartResult, type RunOptions } from "../part.ts";
import { median, round } from "../stats.ts";
import { growthOfOpenSessions } from "./growth-of-open-sessions.ts";
import { growthOfQuestions } from "./growth-of-questions.ts";
import { growthOfTalk } from "./growth-of-talk.ts";

/** The cost of the same work done small and done large, several times in turn. */
export interface Growth {
  readonly what: string;
  /** Processor time for one event or turn, microseconds, all threads of the server. */
  readonly small: readonly number[];
  readonly large: readonly number[];
}

/** Whether an event costs the same late in a long session, and among many sessions. */
export async function growthPart(options: RunOptions): Promise<PartResult> {
  const measured = [
    await growthOfTalk(options),
    await growthOfQuestions(options),
    await growthOfOpenSessions(options),
  ];
  return {
    title: "cost per event as sessions grow and as they become many",
    rows: measured.map(({ what, small, large }) => ({
      what,
      "small, CPU µs": Math.round(median(small)),
      "large, CPU µs": Math.round(median(large)),
      ratio: round(ratioOf({ small, large })),
    })),
    goals: measured.map((growth) => atMost(`${growth.what}: at most 1.2`, ratioOf(growth), 1.2)),
    notes: ["processor time of the whole server process; medians of rounds taken in turn"],
  };
}

function ratioOf({ small, large }: Pick<Growth, "small" | "large">): number {
  return median(large) / median(small);
}
