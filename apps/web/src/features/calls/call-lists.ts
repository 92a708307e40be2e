import type { SessionSummary } from "@live-copilot/shared";
import type { InfiniteData } from "@tanstack/react-query";

export interface CallPage {
  readonly sessions: SessionSummary[];
  readonly nextCursor?: string | undefined;
}
export type CallPages = InfiniteData<CallPage>;

/** Puts changed rows into a list of one status: in place, newly in front, or out when the status left it. */
export function putRows(
  pages: CallPages,
  rows: readonly SessionSummary[],
  status: SessionSummary["status"],
): CallPages {
  const changed = new Map(rows.map((row) => [row.sessionId, row]));
  const kept = pages.pages.map((page) => ({
    ...page,
    sessions: page.sessions.flatMap((row) => {
      const next = changed.get(row.sessionId);
      if (!next) return [row];
      changed.delete(row.sessionId);
      return next.status === status ? [next] : [];
    }),
  }));
  const fresh = [...changed.values()].filter((row) => row.status === status);
  const [first, ...rest] = kept;
  if (!first || fresh.length === 0) return { ...pages, pages: kept };
  return { ...pages, pages: [{ ...first, sessions: [...fresh, ...first.sessions] }, ...rest] };
}

/** All rows of the pages, each session once, newest start first. */
export function flatRows(pages: CallPages | undefined): readonly SessionSummary[] {
  const rows = new Map(
    (pages?.pages ?? []).flatMap(({ sessions }) => sessions.map((row) => [row.sessionId, row])),
  );
  return [...rows.values()].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}
