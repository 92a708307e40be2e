import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { connect } from "../support/client.ts";
import { upTo } from "../support/read-whole.ts";
import { startReplicas } from "../support/replicas.ts";
import { followRoaming } from "../support/roaming-follower.ts";
import { sendUntilTaken } from "../support/send-until-taken.ts";
import { describeWith } from "../support/services/describe-with.ts";

const SESSIONS = 50;
const WORDS = 20;
const QUESTIONS = ["Is my dishwasher covered?", "Is the furnace covered?", "How much is the service fee?"];

/** The nth thing that is said in a session; now and then a question, and the agent's words end the turn. */
function saying(sessionId: string, n: number) {
  const text = n % 7 === 3 ? QUESTIONS[n % QUESTIONS.length] : `These are the words ${n} of ${sessionId}.`;
  const speaker = n % 7 === 4 ? "AGENT" : "CUSTOMER";
  return { sessionId, segmentId: `${sessionId}-${n}`, text, speaker, beginOffsetMs: n * 2_000, plan: "Plus" };
}

describeWith(["mongo", "redis"], "three replicas", ({ mongo, redis }) => {
  test("50 sessions, one replica killed and started again, sockets dropped: nothing is lost, doubled or out of order", async () => {
    const settings = { MONGODB_URI: mongo.database(), REDIS_URL: redis.url, REDIS_PREFIX: redis.prefix() };
    await using replicas = await startReplicas(3, settings);
    const random = randomFrom(20261125);
    const anywhere = () => replicas.url(Math.floor(random() * 3));
    const sessionIds = upTo(SESSIONS).map((n) => `call-${n}`);
    {
      using client = connect(replicas.url(0));
      await Promise.all(
        sessionIds.map((sessionId) => client.api.copilot.enable.mutate({ sessionId, selectedState: "TX" })),
      );
    }
    using followers = new DisposableStack();
    const watched = sessionIds.map((sessionId) => ({
      sessionId,
      said: followers.use(followRoaming(anywhere, "session.onTranscript", sessionId)),
      suggested: followers.use(followRoaming(anywhere, "session.onSuggestion", sessionId)),
    }));
    let isSending = true;
    const talking = Promise.all(
      sessionIds.map(async (sessionId) => {
        for (const n of upTo(WORDS)) {
          await sendUntilTaken(anywhere, saying(sessionId, n));
          await sleep(random() * 400);
        }
      }),
    ).finally(() => {
      isSending = false;
    });
    const dropping = (async () => {
      while (isSending) {
        const one = watched[Math.floor(random() * SESSIONS)];
        (random() < 0.5 ? one?.said : one?.suggested)?.drop();
        await sleep(30);
      }
    })();
    const restarting = (async () => {
      for (let n = 0; n < 2 || (isSending && n < 4); n += 1) await replicas.restart(1 + (n % 2));
    })();
    await Promise.all([talking, dropping, restarting]);

    for (const { sessionId, said, suggested } of watched) {
      const expected = upTo(WORDS).map((n) => `${sessionId}-${n}`);
      await vi.waitFor(
        () => expect(said.events.map(({ data }) => data["segmentId"])).toEqual(expected),
        20_000,
      );
      for (const { events, errors } of [said, suggested]) {
        const ids = events.map(({ id }) => id);
        expect(ids, `${sessionId} in order, each once`).toEqual([...new Set(ids)].sort((a, b) => a - b));
        expect(errors).toEqual([]);
      }
    }
    // Every question has one card, and no card waits for anybody.
    for (const { sessionId } of watched) {
      await vi.waitFor(async () => {
        using client = connect(replicas.url(0));
        const { state } = await client.api.session.get.query({ sessionId });
        const open = state.cards.filter(({ supersededBy }) => supersededBy === undefined);
        expect(open.length, sessionId).toBeGreaterThan(0);
        expect(
          open.every(({ status }) => status === "ready"),
          sessionId,
        ).toBe(true);
        const questions = open.map(({ question }) => question.text);
        expect(new Set(questions).size, questions.join(" | ")).toBe(questions.length);
      }, 20_000);
    }
  }, 180_000);
});

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
