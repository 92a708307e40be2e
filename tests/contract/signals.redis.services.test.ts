import { openRedisSignals } from "@live-copilot/api/adapters/redis/signals.ts";
import type { Draft, Signals } from "@live-copilot/shared/copilot";
import { createClient } from "@redis/client";
import { expect, test, vi } from "vitest";
import { describeWith } from "../support/services/describe-with.ts";
import { describeSignals } from "./signals.contract.ts";

describeWith(["redis"], "redis", ({ redis }) => {
  const openPair = async (prefix = redis.prefix()) => {
    const replica = { url: redis.url, prefix };
    const [here, there] = await Promise.all([openRedisSignals(replica), openRedisSignals(replica)]);
    return {
      here,
      there,
      async [Symbol.asyncDispose]() {
        await Promise.all([here.close(), there.close()]);
      },
    };
  };
  const openRaw = async () => {
    const raw = createClient({ url: redis.url });
    await raw.connect();
    return Object.assign(raw, { [Symbol.asyncDispose]: async () => raw.destroy() });
  };

  describeSignals("two replicas on one Redis", openPair);

  test("a listener in the same process hears each draft and hint once, before Redis has it", async () => {
    await using pair = await openPair();
    const [drafts, hints]: [Draft[], number[]] = [[], []];
    const far: Draft[] = [];
    await listening(pair.there, pair.here, far);
    pair.here.onDraft("call", (draft) => drafts.push(draft));
    pair.here.onHint("call", (seq) => hints.push(seq));
    pair.here.draft("call", script("a", "Yes"));
    expect(drafts).toEqual([script("a", "Yes")]);
    pair.here.hint("call", 1);
    // Another item, twice: its second draft comes a tenth of a second later, after where an echo of "a" would have.
    for (const text of ["first", "second"]) pair.here.draft("call", script("b", text));
    await vi.waitFor(() => expect(far.at(-1)).toEqual(script("b", "second")));
    expect(drafts).toEqual([script("a", "Yes"), script("b", "first"), script("b", "second")]);
    expect(hints).toEqual([1]);
  });

  test("two installations on one Redis do not hear each other, whatever their names look like", async () => {
    const prefix = redis.prefix();
    await using one = await openPair(`${prefix}[ab]*`);
    await using other = await openPair(`${prefix}a-other`);
    const heard: unknown[] = [];
    one.there.onAnyHint((sessionId) => heard.push(sessionId));
    one.there.onDraft("call", (draft) => heard.push(draft));
    const witness: string[] = [];
    one.there.onAnyHint((sessionId) => witness.push(sessionId));
    other.here.hint("call", 1);
    other.here.draft("call", script("a", "Yes"));
    await vi.waitFor(() => {
      one.here.hint("witness", 1);
      expect(witness).toContain("witness");
    });
    expect(heard.filter((one) => one !== "witness")).toEqual([]);
    expect(await one.here.drafts("call")).toEqual([]);
  });

  test("what is no hint or draft, is too large or speaks of another session is not heard", async () => {
    const prefix = redis.prefix();
    await using pair = await openPair(prefix);
    await using raw = await openRaw();
    const [drafts, hints]: [Draft[], number[]] = [[], []];
    pair.there.onHint("call", (seq) => hints.push(seq));
    await listening(pair.there, pair.here, drafts);
    const nonsense = ["", "{", "null", "[]", '{"from":1}', "\u0000", '{"from":"x","seq":-1}', '{"seq":"1"}'];
    const spokenElsewhere = { from: "x", draft: spoken("a", "of another call", "other") };
    const large = { from: "x", draft: script("big", "x".repeat(70_000)) };
    const wrong = [...nonsense, JSON.stringify(spokenElsewhere), JSON.stringify(large)];
    for (const text of wrong) {
      await raw.publish(`${prefix}:hint:call`, text);
      await raw.publish(`${prefix}:draft:call`, text);
      await raw.hSet(`${prefix}:drafts:call`, `script:${text}`, `1 9999999999999999 ${text}`);
    }
    const before = drafts.length;
    pair.here.draft("call", script("card", "Yes"));
    pair.here.hint("call", 7);
    await vi.waitFor(() => expect([drafts.at(-1), hints.at(-1)]).toEqual([script("card", "Yes"), 7]));
    expect([drafts.length - before, hints.length]).toEqual([1, 1]);
    await vi.waitFor(async () =>
      expect(await pair.there.drafts("call")).toContainEqual(script("card", "Yes")),
    );
    expect((await pair.there.drafts("call")).map(({ id }) => id)).not.toContain("big");
  });

  test("words that one replica made a fact are not opened again by what another held back", async () => {
    await using pair = await openPair();
    const far: Draft[] = [];
    await listening(pair.there, pair.here, far);
    pair.here.draft("call", spoken("a", "my air"));
    pair.here.draft("call", spoken("a", "my air conditioner"));
    await vi.waitFor(() => expect(far).toContainEqual(spoken("a", "my air")));
    pair.there.dropDraft("call", "transcript", "a");
    pair.here.draft("call", spoken("b", "first"));
    pair.here.draft("call", spoken("b", "second"));
    await vi.waitFor(() => expect(far.at(-1)).toEqual(spoken("b", "second")));
    expect(far).not.toContainEqual(spoken("a", "my air conditioner"));
    expect((await pair.there.drafts("call")).map(({ id }) => id)).toEqual(["b"]);
  });

  test("a card that was dropped may be written again", async () => {
    await using pair = await openPair();
    pair.here.draft("call", script("card", "Yes"));
    pair.here.dropDraft("call", "script", "card");
    await vi.waitFor(async () => {
      pair.here.draft("call", script("card", "No"));
      expect(await pair.there.drafts("call")).toEqual([script("card", "No")]);
    });
  });

  test("a session keeps at most 32 open items for a minute, and one without drafts keeps nothing", async () => {
    const prefix = redis.prefix();
    await using pair = await openPair(prefix);
    await using raw = await openRaw();
    pair.here.dropDraft("silent", "transcript", "a");
    for (let at = 0; at < 40; at++) pair.here.draft("call", script(`card ${at}`, "Yes"));
    await vi.waitFor(async () =>
      expect((await pair.there.drafts("call")).map(({ id }) => id)).toContain("card 39"),
    );
    const ids = (await pair.there.drafts("call")).map(({ id }) => id);
    expect([ids.length, ids[0]]).toEqual([32, "card 8"]);
    expect(await raw.keys(`${prefix}*`)).toEqual([`${prefix}:drafts:call`]);
    expect(await raw.pTTL(`${prefix}:drafts:call`)).toBeGreaterThan(50_000);
    expect(await raw.pTTL(`${prefix}:drafts:call`)).toBeLessThanOrEqual(60_000);
  });

  test("channels are listened to only while somebody wants them", async () => {
    const prefix = redis.prefix();
    await using pair = await openPair(prefix);
    await using raw = await openRaw();
    const patterns = await raw.pubSubNumPat();
    const listened = async () => (await raw.pubSubChannels(`${prefix}*`)).toSorted();
    const stops = Array.from({ length: 1_200 }, (_, at) => pair.here.onHint(`call ${at}`, () => {}));
    stops.push(
      pair.here.onHint("call 0", () => {}),
      pair.here.onDraft("call 0", () => {}),
    );
    const stopAll = pair.here.onAnyHint(() => {});
    await vi.waitFor(async () => expect(await listened()).toHaveLength(1_201));
    await vi.waitFor(async () => expect(await raw.pubSubNumPat()).toBe(patterns + 1));
    for (const stop of stops.slice(0, -1)) stop();
    stopAll();
    await vi.waitFor(async () => expect(await listened()).toEqual([`${prefix}:draft:call 0`]));
    stops.at(-1)?.();
    await vi.waitFor(async () =>
      expect([await listened(), await raw.pubSubNumPat()]).toEqual([[], patterns]),
    );
  });
});

/** Listens to a session's drafts, and waits until what the other replica sends is heard. */
async function listening(there: Signals, here: Signals, heard: Draft[]): Promise<void> {
  there.onDraft("call", (draft) => heard.push(draft));
  let tries = 0;
  await vi.waitFor(() => {
    here.draft("call", script(`test ${++tries}`, "…"));
    expect(heard).not.toEqual([]);
  });
  for (let at = 1; at <= tries; at++) here.dropDraft("call", "script", `test ${at}`);
}

function script(id: string, text: string): Draft {
  return { lane: "script", id, script: { cardId: id, script: text } };
}

function spoken(id: string, text: string, sessionId = "call"): Draft {
  const receivedAt = "2026-03-02T15:00:00.000Z";
  const segment = { sessionId, segmentId: id, speaker: "CUSTOMER", text, atMs: 0, receivedAt } as const;
  return { lane: "transcript", id, segment: { ...segment, final: false } };
}
