import { describe, expect, it } from "vitest";
import { readAsk, readTurn } from "./read-turn.ts";
import type { AskedBefore, TurnInput, TurnReading } from "./reading.ts";

const SYNONYMS = [
  ["AC", "air conditioner", "air con"],
  ["refrigerator", "fridge"],
  ["ice maker", "icemaker"],
  ["service fee", "trade call fee"],
] as const;

function turn(text: string, rest: Partial<TurnInput> = {}): TurnReading {
  const segments = [{ segmentId: "s1", text }];
  return readTurn({ segments, before: [], asked: [], intent: null, synonyms: SYNONYMS, ...rest });
}

function texts(text: string, rest: Partial<TurnInput> = {}): readonly string[] {
  return turn(text, rest).questions.map(({ question }) => question.text);
}

function card(cardId: string, text: string): AskedBefore {
  return { cardId, status: "ready", question: { text, segmentIds: [] } };
}

describe("questions of a turn", () => {
  it.each([
    ["um so is is my dishwasher covered", "Is the dishwasher covered?"],
    ["do you guys cover roof leaks", "Are roof leaks covered?"],
    ["I was wondering if the plan includes the garbage disposal.", "Is the garbage disposal covered?"],
    ["so can i use my own contractor", "Can the customer use their own contractor?"],
    ["could you tell me how much the service fee is", "How much is the service fee?"],
    ["can you tell me how long a claim takes", "How long does a claim take?"],
    ["what do i owe when the man comes out", "What does the customer owe when the man comes out?"],
    ["is the furnace covered i bought the house in may", "Is the furnace covered?"],
    [
      "if i cancel after eight months what do i get back",
      "What does the customer get back if they cancel after eight months?",
    ],
    ["so the outlets are covered right", "Are the outlets covered?"],
  ])("puts %j into words that stand by themselves", (said, text) => {
    expect(texts(said)).toEqual([text]);
  });

  it("finds several in one turn", () => {
    expect(texts("is my fridge covered and how much is the service fee")).toEqual([
      "Is the fridge covered?",
      "How much is the service fee?",
    ]);
  });

  it.each([
    ["my dishwasher is leaking and I need it fixed", "Is the dishwasher covered?"],
    ["the guy said my water heater would be taken care of", "Is the water heater covered?"],
    ["I was told I'd get a refund", "Can the customer get a refund?"],
    ["there's no hot water", "Is the water heater covered?"],
  ])("hears what %j leaves to be answered", (said, text) => {
    expect(texts(said)).toEqual([text]);
  });

  it.each([
    "how are you doing today",
    "you know what i mean",
    "yeah that's right",
    "it's p f e i f f e r",
    "can you book it for seven tomorrow",
    "could you repeat that please",
    "hi my name is joanne",
    "isn't that funny",
  ])("hears no question in %j", (said) => {
    expect(texts(said)).toEqual([]);
  });

  it("takes what a pronoun stands for from the turn, else from the turns before", () => {
    const before = [{ speaker: "CUSTOMER" as const, text: "my air conditioner quit on friday" }];
    expect(texts("the fridge quit is that covered")).toEqual(["Is the fridge covered?"]);
    expect(texts("is that covered", { before })).toEqual(["Is the air conditioner covered?"]);
  });

  it("gives a part the thing that it belongs to", () => {
    expect(texts("my air conditioner quit and the compressor is shot so is that covered")).toEqual([
      "Is the air conditioner's compressor covered?",
    ]);
  });

  it("prefers a thing that no vocabulary knows to another one that was named before", () => {
    const before = [{ speaker: "CUSTOMER" as const, text: "my pool pump broke" }];
    const said = "And there's the little robot that cleans the bottom. Is that in there?";
    expect(texts(said, { before })).toEqual(["Is the little robot covered?"]);
  });

  it("writes a misheard name as the library does", () => {
    expect(texts("do you cover the nice maker")).toEqual(["Is the ice maker covered?"]);
  });

  it("knows the things of another company, and writes them as its library does", () => {
    const synonyms = [["set-top box", "cable box"]];
    expect(texts("my cable box died", { synonyms })).toEqual(["Is the set-top box covered?"]);
  });

  it("names the segments whose words raised a question", () => {
    const segments = [
      { segmentId: "a", text: "hold on a second" },
      { segmentId: "b", text: "okay is the dryer" },
      { segmentId: "c", text: "covered" },
    ];
    const { questions } = turn("", { segments });
    expect(questions.map(({ question }) => question.segmentIds)).toEqual([["b", "c"]]);
  });

  it("says what a question is about and what to search by", () => {
    const kinds = [
      "is the oven covered",
      "what is my service fee",
      "how soon can someone come out",
      "how do i cancel",
    ];
    expect(kinds.map((said) => turn(said).questions[0]?.question.kind)).toEqual([
      "coverage",
      "amount",
      "time",
      "procedure",
    ]);
    const search = turn("the fridge is full of rust is it covered").questions[0]?.question.search;
    expect(search).toContain("rust");
    expect(turn("how soon can someone come out").questions[0]?.question.search).toContain("response time");
  });
});

describe("relation to the cards of the session", () => {
  const asked = [card("c1", "Is the refrigerator covered?")];

  it("recognises the same question in other words", () => {
    const [question] = turn("so do you pay for the fridge", { asked }).questions;
    expect(question?.relation).toEqual({ kind: "repeat", cardId: "c1" });
  });

  it("never takes one thing for another", () => {
    for (const said of [
      "is the freezer covered",
      "is the garage fridge covered",
      "is the fridge's ice maker covered",
    ]) {
      expect(turn(said, { asked }).questions[0]?.relation).toEqual({ kind: "new" });
    }
  });

  it("takes a correction as the narrower question in the card's place", () => {
    const [read] = turn("no wait i mean the one in the garage", { asked }).questions;
    expect(read?.question.text).toBe("Is the refrigerator in the garage covered?");
    expect(read?.relation).toEqual({ kind: "refines", cardId: "c1" });
  });

  it("goes on with the next thing", () => {
    expect(texts("and the microwave", { asked })).toEqual(["Is the microwave covered?"]);
  });

  it.each([
    ["Is the refrigerator in the garage covered?", "so is the fridge covered", "repeat"],
    ["Is the valve of the fridge covered?", "is the fridge covered", "new"],
    ["Is the fridge's compressor covered?", "is the fridge covered", "new"],
    ["Is the second refrigerator covered?", "is the fridge covered", "new"],
  ])("takes the bare question right behind the exact one for the same: %s %s", (before, text, kind) => {
    const relation = turn(text, { asked: [card("c1", before)] }).questions[0]?.relation;
    expect(relation?.kind).toBe(kind);
  });

  it("takes no story for a question", () => {
    expect(texts("so what i want to know is your guy put in a new ignitor six weeks ago")).toEqual([]);
  });

  it("asks a withdrawn card's question anew", () => {
    const withdrawn = [{ ...card("c1", "Is the refrigerator covered?"), status: "withdrawn" as const }];
    expect(turn("is the fridge covered", { asked: withdrawn }).questions[0]?.relation).toEqual({
      kind: "new",
    });
  });
});

describe("readAsk", () => {
  it("keeps the agent's words and says what they are about", () => {
    const question = readAsk("  how long is the waiting   period?", SYNONYMS);
    expect(question).toMatchObject({ text: "how long is the waiting period?", kind: "time", segmentIds: [] });
    expect(question.search).toContain("waiting period");
  });
});
