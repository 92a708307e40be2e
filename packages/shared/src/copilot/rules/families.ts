const FAMILIES: Readonly<Record<string, string>> = {
  cooking:
    "range|stove|oven|cooktop|microwave|rangetop|stovetop|warming drawer|(?:range|vent|exhaust) hood|toaster oven|griddle|bread maker|air fryer",
  kitchen:
    "refrigerator|fridge|dishwasher|garbage disposal|disposal|trash compactor|freezer|ice maker|wine (?:cooler|fridge|refrigerator)|(?:instant )?hot water dispenser|beverage (?:cooler|center)|coffee (?:maker|machine)|espresso machine",
  laundry: "washer|dryer|washing machine|steam closet|ironing press",
};

const MEMBERS: readonly (readonly [RegExp, string])[] = Object.entries(FAMILIES).map(([family, names]) => [
  new RegExp(String.raw`\b(?:${names})s?$`, "i"),
  family,
]);

/** The family of household things that a name belongs to, or null. */
export function familyOf(name: string): string | null {
  return MEMBERS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
