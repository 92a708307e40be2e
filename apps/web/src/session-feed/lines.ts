import type { TranscriptSegment } from "@live-copilot/shared";

/** A final segment in its place. `order` breaks ties of `atMs`: the seq, or below zero what a page brought. */
export interface Line {
  readonly segment: TranscriptSegment;
  readonly order: number;
}

/** Puts a final segment in: a new one by (`atMs`, order), a corrected one where its first text stands. */
export function putLine(lines: readonly Line[], segment: TranscriptSegment, order: number): readonly Line[] {
  const index = lines.findLastIndex((line) => line.segment.segmentId === segment.segmentId);
  const there = lines[index];
  if (!there) return insert(lines, { segment, order });
  if (there.segment.text === segment.text) return lines;
  const corrected = { ...segment, atMs: there.segment.atMs, corrected: true };
  return lines.with(index, { segment: corrected, order: there.order });
}

/** Puts a page of older segments in, given in the order of the log. What is there already is newer and stays. */
export function putEarlier(lines: readonly Line[], segments: readonly TranscriptSegment[]): readonly Line[] {
  const first = Math.min(0, ...lines.map(({ order }) => order)) - segments.length;
  const page = segments.reduce<readonly Line[]>((put, one, at) => putLine(put, one, first + at), []);
  const known = new Map(lines.map((line) => [line.segment.segmentId, line]));
  const older = page.map((line) => {
    const newer = known.get(line.segment.segmentId);
    if (!newer) return line;
    known.delete(line.segment.segmentId);
    return { order: line.order, segment: { ...newer.segment, atMs: line.segment.atMs } };
  });
  return [...older, ...known.values()].sort(compare);
}

function compare(a: Line, b: Line): number {
  return a.segment.atMs - b.segment.atMs || a.order - b.order;
}

/** New lines belong at the end or near it, so the place is looked for from there. */
function insert(lines: readonly Line[], line: Line): readonly Line[] {
  const before = lines.findLastIndex((other) => compare(other, line) <= 0);
  return lines.toSpliced(before + 1, 0, line);
}
