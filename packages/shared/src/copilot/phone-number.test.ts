import { describe, expect, test } from "vitest";
import { toE164 } from "./phone-number.ts";

describe("toE164", () => {
  test.each([
    "(512) 555-0142",
    "512.555.0142",
    "1 512 555 0142",
    "+1-512-555-0142",
    "tel:+15125550142",
    "512-555-0142 ext. 12",
    "  +1 (512) 555 0142 ",
  ])("reads %s", (written) => {
    expect(toE164(written)).toBe("+15125550142");
  });

  test("keeps another country's code", () => {
    expect(toE164("+44 20 7946 0958")).toBe("+442079460958");
  });

  test.each(["", "anonymous", "5550142", "five one two", "+1", "512555014212345678"])(
    "refuses %j",
    (written) => {
      expect(toE164(written)).toBeNull();
    },
  );
});
