import type { Draft, Signals } from "@live-copilot/shared/copilot";
import { describe, expect, test, vi } from "vitest";

/** Two replicas' ends of the same signals; one replica's end twice where there is but one. */
export interface SignalPair extends AsyncDisposable {
  readonly here: Signals;
  readonly there: Signals;
}

export function describeSignals(name: string, open: () => Promise<SignalPair>): void {
  describe(`signals: ${name}`, () => {
    test("bring a session's drafts to whoever listens to it, and to nobody else", async () => {
      await using pair = await open();
      const heard = listen(pair.there, "call");
      const other = listen(pair.there, "other");
      pair.here.draft("call", spoken("a", "my air"));
      pair.here.draft("call", { lane: "script", id: "card", script: { cardId: "card", script: "Yes" } });
      await vi.waitFor(() => expect(heard.drafts.map(({ lane }) => lane)).toEqual(["transcript", "script"]));
      expect(heard.drafts[0]).toEqual(spoken("a", "my air"));
      expect(other.drafts).toEqual([]);
    });

    test("deliver at most ten a second of one item, and always its newest", async () => {
      await using pair = await open();
      const heard = listen(pair.there, "call");
      const end = performance.now() + 450;
      let sent = 0;
      await vi.waitFor(
        () => {
          pair.here.draft("call", spoken("a", `words ${++sent}`));
          expect(performance.now()).toBeGreaterThan(end);
        },
        { interval: 5, timeout: 5_000 },
      );
      await vi.waitFor(() => expect(heard.drafts.at(-1)).toEqual(spoken("a", `words ${sent}`)));
      const [first, last] = [heard.times[0] ?? 0, heard.times.at(-1) ?? 0];
      expect(sent).toBeGreaterThan(20);
      expect(heard.drafts.length).toBeGreaterThan(3);
      // One at once, then one for each tenth of a second that began; timers round to the millisecond.
      expect(heard.drafts.length).toBeLessThanOrEqual(Math.ceil((last - first + 5) / 99) + 1);
    });

    test("keep the newest of each open item for those who join late", async () => {
      await using pair = await open();
      for (const text of ["my", "my air", "my air conditioner"]) pair.here.draft("call", spoken("a", text));
      pair.here.draft("call", spoken("b", "hello"));
      pair.here.draft("other", spoken("c", "else"));
      await vi.waitFor(async () =>
        expect(await pair.there.drafts("call")).toEqual([
          spoken("a", "my air conditioner"),
          spoken("b", "hello"),
        ]),
      );
      pair.here.dropDraft("call", "transcript", "a");
      await vi.waitFor(async () => expect(await pair.there.drafts("call")).toEqual([spoken("b", "hello")]));
      expect(await pair.there.drafts("nobody")).toEqual([]);
    });

    test("do not deliver what waited when its item was dropped", async () => {
      await using pair = await open();
      const heard = listen(pair.there, "call");
      pair.here.draft("call", spoken("a", "first"));
      pair.here.draft("call", spoken("a", "second"));
      pair.here.dropDraft("call", "transcript", "a");
      // Another item, twice: its second draft comes a tenth of a second later, after where "second" would have.
      pair.here.draft("call", spoken("b", "first"));
      pair.here.draft("call", spoken("b", "second"));
      await vi.waitFor(() => expect(heard.drafts.at(-1)).toEqual(spoken("b", "second")));
      expect(heard.drafts).not.toContainEqual(spoken("a", "second"));
    });

    test("bring a session's hints to whoever listens to it, and who changed to whoever listens to all", async () => {
      await using pair = await open();
      const [heads, changed]: [number[], string[]] = [[], []];
      const stops = [
        pair.there.onHint("call", (seq) => heads.push(seq)),
        pair.there.onAnyHint((sessionId) => changed.push(sessionId)),
      ];
      // Listening takes a moment to reach the others, so the first hints may be lost.
      await vi.waitFor(() => {
        pair.here.hint("call", 1);
        expect(heads).toContain(1);
      });
      pair.here.hint("other", 1);
      for (const seq of [2, 3]) pair.here.hint("call", seq);
      await vi.waitFor(() => expect(heads.at(-1)).toBe(3));
      await vi.waitFor(() => expect(new Set(changed)).toEqual(new Set(["call", "other"])));
      for (const stop of stops) stop();
      const seen = [heads.length, changed.length];
      const witness: number[] = [];
      pair.there.onHint("call", (seq) => witness.push(seq));
      await vi.waitFor(() => {
        pair.here.hint("call", 4);
        expect(witness).toContain(4);
      });
      expect([heads.length, changed.length]).toEqual(seen);
    });

    test("stop when told to", async () => {
      await using pair = await open();
      const stopped = listen(pair.there, "call");
      const heard = listen(pair.there, "call");
      stopped.stop();
      pair.here.draft("call", spoken("a", "words"));
      await vi.waitFor(() => expect(heard.drafts).toHaveLength(1));
      expect(stopped.drafts).toEqual([]);
    });
  });
}

function listen(signals: Signals, sessionId: string) {
  const drafts: Draft[] = [];
  const times: number[] = [];
  const stop = signals.onDraft(sessionId, (draft) => {
    drafts.push(draft);
    times.push(performance.now());
  });
  return { drafts, times, stop };
}

function spoken(id: string, text: string): Draft {
  const receivedAt = "2026-03-02T15:00:00.000Z";
  const segment = {
    sessionId: "call",
    segmentId: id,
    speaker: "CUSTOMER",
    text,
    atMs: 0,
    receivedAt,
  } as const;
  return { lane: "transcript", id, segment: { ...segment, final: false } };
}
