import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBackchannel } from "./backchannel.ts";
import { isUnfinished } from "./unfinished.ts";

test.each([
  "so is my",
  "So is my.",
  "so is the...",
  "i was wondering whether the water",
  "so i wanted to ask if the ice",
  "so i wanted to ask if the ice maker in my fridge",
  "are my washer and dryer",
  "is my plumbing",
  "we had the guy out and",
  "does it cover the",
  "do you cover",
  "does my plan",
  "is the disposal",
  "how much",
  "my dryer quit is it",
])("%s breaks off", (text) => expect(isUnfinished(text)).toBe(true));

test.each([
  "is my oven covered",
  "the dryer quit",
  "do you cover the washer",
  "do you cover that",
  "does the plan pay for a hotel",
  "Is the disposal?",
  "what does that cost me",
  "what is the service fee",
  "how much is that",
  "which plan do i have",
  "the furnace won't turn on",
  "who do i talk to",
  "it's not included is it",
  "is it covered or not",
  "is my oven covered thank you",
  "i think so",
  "is it broken",
  "",
])("%s is whole", (text) => expect(isUnfinished(text)).toBe(false));

describe("on any text", () => {
  const words = fc.array(
    fc.constantFrom("is", "the", "my", "what", "you", "do", "that", "not", "...", "ice"),
    {
      maxLength: 3_000,
    },
  );
  test("only the end counts, and a question mark ends everything", () => {
    fc.assert(
      fc.property(words, fc.string({ maxLength: 200 }), (spoken, noise) => {
        const text = spoken.join(" ");
        expect(isUnfinished(`${text} ${noise.replace(/[.…–—-]+\s*$/, "")}?`)).toBe(false);
        expect(isUnfinished(`${"x ".repeat(10_000)}${text}`)).toBeTypeOf("boolean");
      }),
    );
  });
});

test.each(["mm-hm", "Okay.", "uh huh", "right, okay", "I see", "got it", "yes ma'am"])(
  "%s only listens",
  (text) => expect(isBackchannel(text)).toBe(true),
);

test.each([
  "okay one moment please",
  "yes it is covered",
  "did you add the option",
  "",
  "no that is not included",
])("%s says something", (text) => expect(isBackchannel(text)).toBe(false));
