import type { SetRow } from "./row.ts";

/** A telephone number of the row's own, by its place in the set, for the record that says when its contract began. */
export function phoneOf(index: number): string {
  return `+1512555${String(1000 + index)}`;
}

/** Customers' records for a set, as `npm run customers` takes them in JSON: one a row, with its contract's start. */
export function recordsOf(rows: readonly SetRow[]): string {
  const records = rows.map(({ id, plan, state, contractType, contractStart }, index) => ({
    customerId: `set-${id}`,
    name: "Alex Doe",
    phones: [phoneOf(index)],
    ...(plan ? { plan } : {}),
    ...(state ? { state } : {}),
    ...(contractType ? { contractType } : {}),
    contractStart,
    claims: [],
    limits: [],
  }));
  return JSON.stringify(records);
}
