import { expect, test } from "vitest";
import { createSounds, soundOf } from "./sounds.ts";

test.each([
  ["frigerater", "frigerator"],
  ["termostat", "thermostat"],
  ["refridgerator", "refrigerator"],
  ["garbidge", "garbage"],
  ["furnis", "furnace"],
  ["compresser", "compressor"],
  ["kapacitor", "capacitor"],
])("%s sounds as %s", (heard, meant) => {
  expect(soundOf(heard)).toBe(soundOf(meant));
});

test.each([
  ["washer", "dryer"],
  ["cancel", "candle"],
  ["heater", "header"],
])("%s does not sound as %s", (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other));
});

test("short words and those with digits sound as nothing", () => {
  for (const word of ["pump", "ac", "r410a", "aioue"]) expect(soundOf(word)).toBeNull();
});

test("gives every word of that sound, and none for another", () => {
  const sounds = createSounds(["dryer", "thermostat", "compressor"]);
  expect(sounds.alike("termostat")).toEqual(["thermostat"]);
  expect(sounds.alike("furnace")).toEqual([]);
});
