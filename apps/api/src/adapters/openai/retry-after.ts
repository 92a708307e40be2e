/**
 * When a server wants to be asked again, milliseconds from `now` (epoch ms): `Retry-After-Ms`, or `Retry-After` in
 * seconds or as a date (RFC 9110, 10.2.3). Undefined where it says nothing that can be read.
 */
export function retryAfterMs(headers: Headers | undefined, now: number): number | undefined {
  const ms = numberOf(headers?.get("retry-after-ms"));
  if (ms !== undefined) return ms;
  const after = headers?.get("retry-after");
  const seconds = numberOf(after);
  if (seconds !== undefined) return seconds * 1000;
  // Dates name their day and month; without this, "-3" would be one.
  const date = /[a-z]{3}/i.test(after ?? "") ? Date.parse(after ?? "") : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function numberOf(value: string | null | undefined): number | undefined {
  return value && /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
