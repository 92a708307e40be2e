import type { TranscriptSegment } from "@live-copilot/shared";

/** A gap in the connection by this browser's clock, epoch milliseconds. */
export interface Gap {
  readonly lostAt: number;
  readonly backAt: number;
}

/**
 * How far this browser's clock runs ahead of the server's, judged from words that came live: the least delay
 * seen is mostly the difference of the clocks. Null until something came.
 */
export function clockLead(
  known: number | null,
  segment: TranscriptSegment,
  arrivedAt: number,
): number | null {
  const delay = arrivedAt - Date.parse(segment.receivedAt);
  if (Number.isNaN(delay)) return known;
  return known === null ? delay : Math.min(known, delay);
}

/** True for final words that the server took while the connection was away. */
export function saidMeanwhile(segment: TranscriptSegment, gap: Gap | null, lead: number | null): boolean {
  if (!gap || !segment.final) return false;
  const at = Date.parse(segment.receivedAt) + (lead ?? 0);
  return at < gap.backAt && at > gap.lostAt - 10_000;
}
