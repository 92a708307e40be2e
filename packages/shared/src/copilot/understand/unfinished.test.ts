import { expect, test } from "vitest";
import { isBackchannel } from "./backchannel.ts";
import { isUnfinished } from "./unfinished.ts";

test.each([
  "so is my",
  "i was wondering whether the water",
  "we had the guy out and",
  "does it cover the",
  "is the disposal",
  "how much",
])("%s breaks off", (text) => expect(isUnfinished(text)).toBe(true));

test.each([
  "is my oven covered",
  "the dryer quit",
  "do you cover the washer",
  "Is the disposal?",
  "what does that cost me",
  "is it broken",
  "",
])("%s is whole", (text) => expect(isUnfinished(text)).toBe(false));

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
