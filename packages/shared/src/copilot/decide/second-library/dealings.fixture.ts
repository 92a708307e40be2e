/** Clauses of the second library on dealings rather than on things: section, kind and text by clause id. */
export const DEALING_CLAUSES = [
  [
    "g-cash",
    "Part D › Settling in money",
    "condition",
    "In place of a replacement we may, at our discretion, pay you its wholesale price in cash.",
  ],
  [
    "g-alike",
    "Part D › Like for like",
    "condition",
    "A replacement is of similar size and efficiency. We are not obliged to supply the same make, model or color.",
  ],
  [
    "g-move",
    "Part D › Selling the home",
    "condition",
    "The plan stays with the house and cannot be moved to a new address.",
  ],
  [
    "g-lets",
    "Part C › Homes that are let",
    "exclusion",
    "Vacation rentals and other homes let for short stays are not eligible.",
  ],
  [
    "g-again",
    "Part D › If it fails again",
    "coverage",
    "Our repairs carry a 90-day warranty: if the same breakdown comes back within 90 days, the technician returns with no visit charge.",
  ],
  [
    "g-mishap",
    "Part D › Mishaps",
    "condition",
    "If our technician damages your floor, walls or belongings, the technician's company makes it good.",
  ],
  [
    "g-codes",
    "Part C › General exclusions",
    "exclusion",
    "This plan does not pay to bring an installation up to code.",
  ],
  [
    "g-inspected",
    "Part C › General exclusions",
    "exclusion",
    "Items that a home inspection report listed as defective and that were never repaired are excluded.",
  ],
  [
    "g-noshow",
    "Part A › Visit charge",
    "fee",
    "If the technician misses the appointment, the visit charge is waived.",
  ],
] as const;
