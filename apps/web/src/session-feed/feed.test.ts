import { emptySessionState, type SuggestionCard, type TranscriptSegment } from "@live-copilot/shared";
import { describe, expect, it } from "vitest";
import { type Feed, type FeedPage, foldFeed, openFeed } from "./feed.ts";

const segment = (
  segmentId: string,
  atMs: number,
  rest: Partial<TranscriptSegment> = {},
): TranscriptSegment => ({
  sessionId: "s",
  segmentId,
  speaker: "CUSTOMER",
  text: segmentId,
  atMs,
  receivedAt: "2026-11-23T10:00:00.000Z",
  final: true,
  ...rest,
});

const card = (id: string, status: SuggestionCard["status"], script = ""): SuggestionCard => ({
  id,
  status,
  origin: "customer",
  question: { text: `Is ${id} covered?`, segmentIds: [] },
  decision: "Yes",
  reason: "",
  script,
  citations: [],
  nextSteps: [],
  context: { plan: null, state: null, contractType: null },
  engine: "rules",
  timings: {},
  createdAt: "2026-11-23T10:00:00.000Z",
  updatedAt: "2026-11-23T10:00:00.000Z",
});

const page = (segments: TranscriptSegment[], rest: Partial<FeedPage> = {}): FeedPage => ({
  state: emptySessionState("s"),
  segments,
  seq: segments.length,
  ...rest,
});
const open = (...segments: TranscriptSegment[]) => openFeed(page(segments));
const say = (feed: Feed, seq: number, one: TranscriptSegment) =>
  foldFeed(feed, { type: "said", seq, segment: one });
const suggest = (feed: Feed, seq: number, rest: { cards?: SuggestionCard[]; drafts?: [string, string][] }) =>
  foldFeed(feed, {
    type: "suggested",
    seq,
    update: {
      sessionId: "s",
      cards: rest.cards ?? [],
      ...(rest.drafts ? { drafts: rest.drafts.map(([cardId, script]) => ({ cardId, script })) } : {}),
    },
  });
const texts = (feed: Feed) => feed.lines.map((line) => line.segment.text);

describe("the transcript", () => {
  it("stands in the order of what was said, whatever order it came in", () => {
    const feed = say(say(open(segment("a", 1000)), 2, segment("c", 3000)), 3, segment("b", 2000));
    expect(texts(feed)).toEqual(["a", "b", "c"]);
  });

  it("breaks a tie by the order of the log", () => {
    const feed = say(say(open(segment("a", 1000)), 7, segment("b", 1000)), 9, segment("c", 1000));
    expect(texts(feed)).toEqual(["a", "b", "c"]);
  });

  it("changes nothing when words come twice", () => {
    const feed = open(segment("a", 1000));
    expect(say(feed, 1, segment("a", 1000)).lines).toBe(feed.lines);
  });

  it("puts a correction where the first text stands", () => {
    const before = open(segment("a", 1000), segment("b", 2000));
    const feed = say(before, 3, segment("a", 5000, { text: "A, corrected", corrected: true }));
    expect(texts(feed)).toEqual(["A, corrected", "b"]);
    expect(feed.lines[0]?.segment).toMatchObject({ corrected: true, atMs: 1000 });
  });

  it("replaces a draft by the next one and by the final", () => {
    let feed = open(segment("a", 1000));
    feed = say(feed, 1, segment("b", 2000, { text: "how", final: false }));
    feed = say(feed, 1, segment("b", 2000, { text: "how long", final: false }));
    expect(feed.spoken.map(({ text }) => text)).toEqual(["how long"]);
    feed = say(feed, 2, segment("b", 2000, { text: "How long?" }));
    expect(feed.spoken).toEqual([]);
    expect(texts(feed)).toEqual(["a", "How long?"]);
  });

  it("leaves a draft out that arrives after its final", () => {
    const feed = open(segment("a", 1000));
    expect(say(feed, 1, segment("a", 1000, { text: "late", final: false }))).toBe(feed);
  });

  it("puts earlier pages before what is there, also among equal times", () => {
    const first = openFeed(page([segment("c", 1000), segment("d", 1000)], { earlier: 3 }));
    const second = foldFeed(first, {
      type: "earlier",
      page: { segments: [segment("a", 1000), segment("b", 1000)], earlier: 1 },
    });
    const third = foldFeed(second, { type: "earlier", page: { segments: [segment("z", 0)] } });
    expect(texts(third)).toEqual(["z", "a", "b", "c", "d"]);
    expect([first.earlier, second.earlier, third.earlier]).toEqual([3, 1, null]);
  });

  it("keeps a correction's text when the page with the first text arrives later", () => {
    const first = openFeed(
      page([segment("b", 2000), segment("a", 1000, { text: "right", corrected: true })], { earlier: 2 }),
    );
    const feed = foldFeed(first, {
      type: "earlier",
      page: { segments: [segment("a", 900, { text: "wrong" })] },
    });
    expect(texts(feed)).toEqual(["right", "b"]);
  });
});

describe("the suggestions", () => {
  it("keeps drafts although they carry the seq of the last event", () => {
    const sources = suggest(open(), 4, { cards: [card("1", "sources")] });
    const feed = suggest(suggest(sources, 4, { drafts: [["1", "Yes"]] }), 4, {
      drafts: [["1", "Yes, your"]],
    });
    expect(feed.scripts.get("1")).toBe("Yes, your");
    expect(feed.state).toBe(sources.state);
  });

  it.each(["ready", "withdrawn", "failed"] as const)("drops a draft when its card arrives %s", (status) => {
    let feed = suggest(open(), 4, { cards: [card("1", "sources"), card("2", "sources")] });
    feed = suggest(feed, 4, {
      drafts: [
        ["1", "Yes"],
        ["2", "No"],
      ],
    });
    feed = suggest(feed, 5, { cards: [card("1", status, "Yes.")] });
    expect([...feed.scripts.keys()]).toEqual(["2"]);
    expect(feed.state.cards.map((one) => one.status)).toEqual([status, "sources"]);
  });

  it("does not open a draft again for a card that is written", () => {
    const ready = suggest(open(), 5, { cards: [card("1", "ready", "Yes.")] });
    expect(suggest(ready, 5, { drafts: [["1", "Ye"]] }).scripts.size).toBe(0);
  });

  it("skips an update that is older than the state", () => {
    const ready = suggest(open(), 5, { cards: [card("1", "ready", "Yes.")] });
    expect(suggest(ready, 4, { cards: [card("1", "sources")] }).state).toBe(ready.state);
  });

  it("takes what is away from an update that is not newer, and nothing else", () => {
    const ready = suggest(open(), 5, { cards: [card("1", "ready", "Yes.")] });
    const away = (seq: number, degraded: string[]) => ({
      type: "suggested" as const,
      seq,
      update: { sessionId: "s", cards: [], copilot: { enabled: true, degraded } },
    });
    const degraded = foldFeed(ready, away(5, ["feed"]));
    expect(degraded.state).toEqual({ ...ready.state, copilot: { enabled: false, degraded: ["feed"] } });
    expect(foldFeed(degraded, away(5, ["feed"])).state).toBe(degraded.state);
    expect(foldFeed(degraded, away(5, [])).state).toEqual(ready.state);
    expect(foldFeed(degraded, away(6, [])).state.copilot).toEqual({ enabled: true, degraded: [] });
  });
});
