const whole = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});
const exact = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

/** US dollars, cents only where there are any. */
export function money(dollars: number): string {
  return (Number.isInteger(dollars) ? whole : exact).format(dollars);
}
