import { expect, it } from "vitest";
import { callerName, phoneWords, samePhone, speakerName } from "./people.ts";

it.each([
  ["+15125550123", "(512) 555-0123"],
  ["512-555-0123", "(512) 555-0123"],
  ["+442071838750", "+442071838750"],
])("writes %s as %s", (phone, words) => {
  expect(phoneWords(phone)).toBe(words);
});

it("knows one number in two spellings, and two numbers apart", () => {
  expect(samePhone("+15125550123", "(512) 555-0123")).toBe(true);
  expect(samePhone("+15125550123", "+15125550124")).toBe(false);
  expect(samePhone("", "")).toBe(false);
});

it("names a call by the best that is known", () => {
  expect(callerName({ sessionId: "s" })).toBe("s");
  expect(callerName({ sessionId: "s", phone: "+15125550123" })).toBe("(512) 555-0123");
  expect(callerName({ sessionId: "s", phone: "+15125550123", customerName: "Dana" })).toBe("Dana");
});

it("calls the agent You and the customer by the first name", () => {
  expect(speakerName("AGENT", "Dana Whitfield")).toBe("You");
  expect(speakerName("CUSTOMER", "Dana Whitfield")).toBe("Dana");
  expect(speakerName("CUSTOMER", undefined)).toBe("Caller");
  expect(speakerName("SUPERVISOR", undefined)).toBe("Supervisor");
});
