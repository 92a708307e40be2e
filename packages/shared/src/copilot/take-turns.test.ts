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
  readonly text?: string;
}

function segment({
  seq,
  at,
  speaker = "CUSTOMER",
  begin,
  end,
  text = `words ${seq}`,
}: Said): EventOf<"segment"> {
  const receivedAt = new Date(START + at).toISOString();
  const offsets = {
    ...(begin === undefined ? {} : { beginOffsetMs: begin }),
    ...(end === undefined ? {} : { endOffsetMs: end }),
  };
  const data = {
    segmentId: `s${seq}`,
    speaker,
    text,
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

  describe("words that break off", () => {
    const ice = { seq: 1, at: 0, text: "so i wanted to ask if the ice" };
    const agent = { seq: 2, at: 600, speaker: "AGENT" as const };

    test("are waited for over a pause and a listener's sound, and joined by what follows", () => {
      const heard = [ice, { ...agent, text: "Mm-hm." }];
      expect(take(heard, 2000)).toEqual({ turns: [], over: [], openUntil: 2800 });
      const rest = [...heard, { seq: 3, at: 2000, text: "maker in my fridge" }];
      expect(take(rest, 3000).turns).toEqual([]);
      const all = [...rest, { seq: 4, at: 3900, text: "is covered" }];
      expect(take(all, 4600)).toEqual({ turns: [[1, 3, 4]], over: [4600], openUntil: null });
    });

    test("are worked as they are when nothing follows", () => {
      expect(take([ice], 2800)).toEqual({ turns: [[1]], over: [2800], openUntil: null });
      expect(take([ice, { seq: 2, at: 3000, text: "hello" }], 3100).turns).toEqual([[1]]);
    });

    test("are over when the other speaker says something", () => {
      expect(take([ice, { ...agent, text: "One moment, please." }], 700).turns).toEqual([[1]]);
    });

    test("are joined in a burst, as far as their offsets lie within the wait", () => {
      const burst = (begin: number) =>
        take(
          [
            { seq: 1, at: 0, begin: 0, end: 900, text: "is my" },
            { seq: 2, at: 1, begin: 1000, end: 1200, speaker: "AGENT", text: "okay" },
            { seq: 3, at: 2, begin, end: begin + 900, text: "dryer covered" },
          ],
          9000,
        ).turns;
      expect(burst(3600)).toEqual([[1, 3]]);
      expect(burst(3800)).toEqual([[1], [3]]);
    });

    test("whole words are over after one pause, also when the listener says mm-hm", () => {
      const whole = { seq: 1, at: 0, text: "is my dryer covered" };
      expect(take([whole, { ...agent, at: 100, text: "Okay." }], 700).over).toEqual([700]);
    });
  });

  test("whatever is said, every unworked segment is in exactly one turn or still open", () => {
    const said = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 20_000 }),
        speaker: fc.constantFrom("CUSTOMER" as const, "AGENT" as const),
        begin: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
        text: fc.constantFrom("is my", "dryer covered", "okay", "hm", "we had the guy out and", "one moment"),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(said, fc.integer({ min: 0, max: 40_000 }), (items, now) => {
        const events = items.map((item, index) => ({
          seq: index + 1,
          at: item.at,
          speaker: item.speaker,
          text: item.text,
          ...(item.begin === undefined ? {} : { begin: item.begin, end: item.begin + 300 }),
        }));
        const { turns, openUntil } = take(events, now);
        const worked = turns.flat();
        expect(new Set(worked).size).toBe(worked.length);
        const spoken = events.map(({ seq, at, begin }) => ({ seq, atMs: begin ?? at }));
        const order = spoken.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq).map(({ seq }) => seq);
        expect(worked).toEqual(order.filter((seq) => worked.includes(seq)));
        const customers = events.filter(({ speaker }) => speaker === "CUSTOMER").length;
        if (openUntil === null) expect(worked.length).toBe(customers);
        else expect(worked.length).toBeLessThan(customers);
      }),
    );
  });
});
