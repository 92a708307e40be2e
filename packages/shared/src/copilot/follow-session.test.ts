import { describe, expect, test, vi } from "vitest";
import { CopilotError } from "../domain/errors.ts";
import type { FactKind, SessionEvent } from "../domain/session-event.ts";
import { type FollowOptions, followSession } from "./follow-session.ts";
import type { PageOptions } from "./ports.ts";

/** A log in memory whose reads can be interrupted, to append exactly there. */
function interruptedLog() {
  const events: SessionEvent[] = [];
  const listeners = new Set<(seq: number) => void>();
  const interrupt: { head?: () => void; after?: () => void } = {};
  const log = {
    live(_sessionId: string, onHint: (seq: number) => void) {
      listeners.add(onHint);
      return () => void listeners.delete(onHint);
    },
    async head() {
      const head = events.length > 0 ? { seq: events.length, startedAt: "2026-03-02T15:00:00.000Z" } : null;
      interrupt.head?.();
      return head;
    },
    async after(_sessionId: string, seq: number, { kinds, limit }: PageOptions) {
      const wanted = events.filter((event) => event.seq > seq && (kinds?.includes(event.kind) ?? true));
      interrupt.after?.();
      return wanted.slice(0, limit);
    },
  };
  function append(kind: "turn-done" | "end" = "turn-done"): void {
    const seq = events.length + 1;
    const base = { sessionId: "call", seq, at: "2026-03-02T15:00:00.000Z", key: `${seq}` };
    events.push(
      kind === "end"
        ? { ...base, kind, data: { reason: "completed" } }
        : { ...base, kind, data: { turnSeq: seq } },
    );
    for (const listener of listeners) listener(seq);
  }
  return { log, append, interrupt, listeners };
}

function follow(log: ReturnType<typeof interruptedLog>["log"], options: Partial<FollowOptions> = {}) {
  const abort = new AbortController();
  const pages = followSession(log, { sessionId: "call", after: 0, signal: abort.signal, ...options });
  const seqs: number[] = [];
  const ended = (async () => {
    for await (const events of pages) seqs.push(...events.map(({ seq }) => seq));
  })();
  return { abort, seqs, ended };
}

describe("followSession", () => {
  test.each(["head", "after"] as const)("waits while the log is away (%s), and goes on", async (moment) => {
    const { log, append, interrupt } = interruptedLog();
    append();
    let left = 2;
    interrupt[moment] = () => {
      if (left-- > 0) throw new CopilotError("UNAVAILABLE", "away");
    };
    const { seqs, ended, abort } = follow(log);
    append();
    await vi.waitFor(() => expect(seqs).toEqual([1, 2]));
    interrupt[moment] = () => {
      throw new CopilotError("UNAVAILABLE", "away");
    };
    append();
    abort.abort();
    await expect(ended).resolves.toBeUndefined();
  });

  test.each([
    { moment: "head", pageSize: 2 },
    { moment: "after", pageSize: 2 },
    { moment: "head", pageSize: 100 },
    { moment: "after", pageSize: 100 },
  ] as const)("has once what is appended in $moment, pages of $pageSize", async ({ moment, pageSize }) => {
    const { log, append, interrupt } = interruptedLog();
    for (let n = 0; n < 3; n += 1) append();
    let left = 5;
    interrupt[moment] = () => {
      if (left-- > 0) append();
    };
    const following = follow(log, { pageSize });
    await vi.waitFor(() => expect(following.seqs.length).toBeGreaterThanOrEqual(8));
    append();
    await vi.waitFor(() => expect(following.seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    following.abort.abort();
    await following.ended;
  });

  test("reads all that is there without another hint", async () => {
    const { log, append } = interruptedLog();
    for (let n = 0; n < 10; n += 1) append();
    const following = follow(log, { pageSize: 3, after: 1 });
    await vi.waitFor(() => expect(following.seqs).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]));
    following.abort.abort();
    await following.ended;
  });

  test("does not look again at events that it does not want", async () => {
    const { log, append } = interruptedLog();
    const after = vi.spyOn(log, "after");
    const kinds: FactKind[] = ["end"];
    const following = follow(log, { kinds });
    for (let n = 0; n < 10; n += 1) append();
    await vi.waitFor(() => expect(after).toHaveBeenCalled());
    append("end");
    await vi.waitFor(() => expect(following.seqs).toEqual([11]));
    expect(after.mock.calls.at(-1)?.[1]).toBe(10);
    following.abort.abort();
    await following.ended;
  });

  test("reads nothing while the one who follows does not ask", async () => {
    const { log, append } = interruptedLog();
    append();
    const after = vi.spyOn(log, "after");
    const signal = new AbortController().signal;
    const pages = followSession(log, { sessionId: "call", after: 0, signal, pageSize: 3 });
    await pages.next();
    for (let n = 0; n < 100; n += 1) append();
    expect(after).toHaveBeenCalledTimes(1);
    const next = await pages.next();
    expect(next.value?.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    await pages.return();
  });

  test("leaves no listener and no timer behind, however it ends", async () => {
    vi.useFakeTimers();
    const { log, append, listeners } = interruptedLog();
    append();
    const aborted = follow(log, { checkEveryMs: 1_000 });
    const returned = followSession(log, {
      sessionId: "call",
      after: 0,
      signal: new AbortController().signal,
    });
    await returned.next();
    const failed = follow(log, { after: 7, checkEveryMs: 1_000 });
    await expect(failed.ended).rejects.toMatchObject({ reason: "LOG_RESET" });
    expect(listeners.size).toBe(2);
    await returned.return();
    aborted.abort.abort();
    await aborted.ended;
    expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
    vi.useRealTimers();
  });

  test("passes on what the log throws", async () => {
    const { log, listeners } = interruptedLog();
    vi.spyOn(log, "head").mockRejectedValue(new Error("away"));
    await expect(follow(log).ended).rejects.toThrow("away");
    expect(listeners.size).toBe(0);
  });
});
