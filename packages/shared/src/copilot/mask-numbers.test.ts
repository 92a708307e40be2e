import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD_MASK, maskNumbers, SOCIAL_MASK } from "./mask-numbers.ts";

describe("masking numbers", () => {
  test.each([
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111111111111111",
    "3782 822463 10005",
    "6011.0009.9013.9424",
    "four one one one one one one one one one one one one one one one",
  ])("a card number is taken out: %s", (number) => {
    expect(maskNumbers(`my card is ${number} okay`)).toBe(`my card is ${CARD_MASK} okay`);
  });

  test.each([
    ["4111 1111 1111 1111 123", `${CARD_MASK} 123`],
    ["4111 1111 1111 1111 12/27", `${CARD_MASK} 12/27`],
    ["4111111111111111123", `${CARD_MASK}123`],
    ["zip 78701 4111 1111 1111 1111", `zip 78701 ${CARD_MASK}`],
    ["4111, 1111, 1111, 1111.", `${CARD_MASK}.`],
    ["3782, 822463, 10005 oh six", `${CARD_MASK} oh six`],
    ["4111\n1111\u00a01111–1111", CARD_MASK],
    ["４１１１ １１１１ １１１１ １１１１", CARD_MASK],
    ["٤١١١ ١١١١ ١١١١ ١١١١", CARD_MASK],
    ["four one one one, 1111 1111 1111", CARD_MASK],
    [
      "four one one one one one one one one one one one one one one one exp one two two seven",
      `${CARD_MASK} exp one two two seven`,
    ],
    [
      "four one one one one one one one one one one one one one one one one two three",
      `${CARD_MASK} one two three`,
    ],
    ["219–09–9999", SOCIAL_MASK],
  ])("also as it is spoken and written down: %s", (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  test.each([
    ["it's 219-09-9999 yes", `it's ${SOCIAL_MASK} yes`],
    ["219 09 9999", SOCIAL_MASK],
    ["my social is 219099999", `my social is ${SOCIAL_MASK}`],
    [
      "social security number is two one nine oh nine nine nine nine nine",
      `social security number is ${SOCIAL_MASK}`,
    ],
  ])("a social security number is taken out: %s", (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  test.each([
    "call me at (512) 555-0123",
    "+1 512 555 0123",
    "it costs $2,800 and the visit is 85",
    "order 4111 1111 1111 1112",
    "claim number 219099999",
    "one two three four",
    "ZIP 78664-1234",
    "512 555 0123, again 512 555 0123",
    "from 2026-01-08 to 2027-01-08, 85, 2800, 1250",
  ])("what is no such number stays: %s", (text) => {
    expect(maskNumbers(text)).toBe(text);
  });

  test("every number of 13 to 19 digits that passes Luhn's check is taken out, however it is grouped", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 });
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom("", " ", "-"),
        fc.integer({ min: 1, max: 6 }),
        (body, gap, size) => {
          const number = [...body, checkDigit(body)].join("");
          const grouped = number.replace(new RegExp(`(.{${size}})(?=.)`, "g"), `$1${gap}`);
          expect(maskNumbers(`number ${grouped}.`)).not.toContain(number.slice(-4));
        },
      ),
    );
  });
});

function checkDigit(body: readonly number[]): number {
  const sum = body
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? digit * 2 : digit))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return (10 - (sum % 10)) % 10;
}
