import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventOf } from "../domain/session-event.ts";
import { takeTurns } from "./take-turns.ts";

const START = Date.parse("2026-11-23T10:00:00.000Z");
const timing = { pauseMs: 700, maxMs: 8000 };

interface Said {
  readonly seq: number;
  /** Receipt, milliseconds after the start. */
  readonly at: number;
  readonly speaker?: "CUSTOMER" | "AGENT";
  readonly begin?: number;
  readonly end?: number;
}

function segment({ seq, at, speaker = "CUSTOMER", begin, end }: Said): EventOf<"segment"> {
  const receivedAt = new Date(START + at).toISOString();
  const offsets = {
    ...(begin === undefined ? {} : { beginOffsetMs: begin }),
    ...(end === undefined ? {} : { endOffsetMs: end }),
  };
  const data = {
    segmentId: `s${seq}`,
    speaker,
    text: `words ${seq}`,
    atMs: begin ?? at,
    receivedAt,
    ...offsets,
  };
  return { kind: "segment", key: `segment:s${seq}`, sessionId: "s", seq, at: receivedAt, data };
}

function take(said: readonly Said[], now: number, draftAt?: number) {
  const segments = said.map(segment);
  const unworked = new Set(segments.filter(({ data }) => data.speaker === "CUSTOMER").map(({ seq }) => seq));
  const at = draftAt === undefined ? undefined : START + draftAt;
  const { closed, openUntil } = takeTurns({ segments, unworked, now: START + now, draftAt: at }, timing);
  return {
    turns: closed.map((turn) => turn.segments.map(({ seq }) => seq)),
    over: closed.map(({ overAt }) => overAt - START),
    openUntil: openUntil === null ? null : openUntil - START,
  };
}

describe("taking turns", () => {
  test("fragments without a pause between them are one turn, over after the pause", () => {
    const said = [
      { seq: 1, at: 0 },
      { seq: 2, at: 500 },
    ];
    expect(take(said, 1100)).toEqual({ turns: [], over: [], openUntil: 1200 });
    expect(take(said, 1200)).toEqual({ turns: [[1, 2]], over: [1200], openUntil: null });
  });

  test("the other speaker's final ends the turn at once", () => {
    const said = [
      { seq: 1, at: 0 },
      { seq: 2, at: 100, speaker: "AGENT" as const },
    ];
    expect(take(said, 110)).toMatchObject({ turns: [[1]], over: [100] });
  });

  test("a burst after an outage is split where the offsets show a pause", () => {
    const said = [
      { seq: 1, at: 0, begin: 0, end: 900 },
      { seq: 2, at: 1, begin: 1200, end: 2000 },
      { seq: 3, at: 2, begin: 4000, end: 5000 },
    ];
    expect(take(said, 5000).turns).toEqual([[1, 2], [3]]);
  });

  test("a turn is over after its longest time although nobody paused", () => {
    const said = Array.from({ length: 20 }, (_, index) => ({ seq: index + 1, at: index * 500 }));
    const { turns } = take(said, 9600);
    expect(turns[0]?.at(-1)).toBe(17);
  });

  test("a draft of the customer's restarts the pause, but not beyond the longest time", () => {
    expect(take([{ seq: 1, at: 0 }], 800, 600).openUntil).toBe(1300);
    expect(take([{ seq: 1, at: 0 }], 7950, 7900).openUntil).toBe(8000);
  });

  test("words that arrive late stand where they were spoken", () => {
    const said = [
      { seq: 1, at: 0, begin: 3000, end: 3500 },
      { seq: 2, at: 10, begin: 1000, end: 1500 },
    ];
    expect(take(said, 5000).turns).toEqual([[2], [1]]);
  });

  test("whatever is said, every unworked segment is in exactly one turn or still open", () => {
    const said = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20_000 }),
        speaker: fc.constantFrom("CUSTOMER" as const, "AGENT" as const),
        begin: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(said, fc.integer({ min: 0, max: 40_000 }), (items, now) => {
        const events = items.map((item, index) => ({
          seq: index + 1,
          at: item.at,
          speaker: item.speaker,
          ...(item.begin === undefined ? {} : { begin: item.begin, end: item.begin + 300 }),
        }));
        const { turns, openUntil } = take(events, now);
        const worked = turns.flat();
        expect(new Set(worked).size).toBe(worked.length);
        const customers = events.filter(({ speaker }) => speaker === "CUSTOMER").length;
        if (openUntil === null) expect(worked.length).toBe(customers);
        else expect(worked.length).toBeLessThan(customers);
      }),
    );
  });
});
