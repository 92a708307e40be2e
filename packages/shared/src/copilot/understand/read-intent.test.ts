import { describe, expect, it } from "vitest";
import type { Intent } from "../../domain/intent.ts";
import { readIntent } from "./read-intent.ts";

function after(text: string, intent: Intent | null = null): Intent | null {
  return readIntent({ segments: [{ text }], before: [], intent, synonyms: [] });
}

describe("readIntent", () => {
  it.each([
    ["hi my ac just died and it's a hundred degrees in here", "CLAIM"],
    ["I want to file a claim", "CLAIM"],
    ["somebody stole my card", "CLAIM"],
    ["we have no heat", "CLAIM"],
    ["the technician never showed up", "PROBLEM"],
    ["I was billed twice this month", "PROBLEM"],
    ["my payment still has not gone through", "PROBLEM"],
    ["the furnace you fixed last month broke again", "PROBLEM"],
    ["how do I cancel my plan", "INQUIRY"],
    ["can I get a quote please", "INQUIRY"],
    ["I just have some questions about my contract", "INQUIRY"],
  ])("reads %j as %s", (text, label) => {
    expect(after(text)?.label).toBe(label);
  });

  it("does not move for small talk", () => {
    const intent: Intent = { label: "CLAIM", confidence: 0.7 };
    expect(after("yeah my dog is a beagle", intent)).toEqual(intent);
    expect(after("okay thank you")).toBeNull();
  });

  it("grows surer with each turn that says the same", () => {
    const first = after("my dishwasher is leaking");
    const second = after("it broke and the oven died too", first);
    expect(second?.label).toBe("CLAIM");
    expect(second?.confidence).toBeGreaterThan(first?.confidence ?? 1);
  });

  it("keeps what was told when the caller goes on to ask", () => {
    const told = after("my dishwasher is leaking");
    expect(after("how long does that take", told)).toEqual(told);
  });

  it("is turned over by a later, clearer statement", () => {
    const asked = after("what does my plan cost");
    expect(after("my air conditioner died", asked)?.label).toBe("CLAIM");
  });
});
