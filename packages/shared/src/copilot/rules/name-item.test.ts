import { describe, expect, it } from "vitest";
import { nameItem } from "./name-item.ts";

describe("nameItem", () => {
  it.each([
    ["Is the water heater covered?", "your water heater", false],
    ["Are the outlets in the bedroom covered?", "the outlets in the bedroom", true],
    ["Is the big old furnace covered?", "your furnace", false],
    ["Does the customer have to pay for the freon themselves?", "your freon", false],
    ["Is the standby generator out back covered?", "the standby generator out back", false],
    ["Is the repair still under guarantee covered?", "that", false],
    ["Is the old steam radiators' valve covered?", "that", false],
    ["Does the company pay what the guy says it needs?", "that", false],
    ["Is that covered?", "that", false],
  ])("%s → %s", (question, name, plural) => {
    expect(nameItem(question)).toEqual({ name, plural });
  });
});
