/** The names of one installation's channels and keys. */
export interface Names {
  readonly hintChannel: (sessionId: string) => string;
  /** A pattern for the hint channels of all sessions. */
  readonly anyHint: string;
  readonly draftChannel: (sessionId: string) => string;
  /** The key of the hash that keeps a session's open drafts. */
  readonly drafts: (sessionId: string) => string;
  /** The session that a channel belongs to; null when it is none of ours. */
  readonly sessionOf: (channel: string) => string | null;
}

export function namesUnder(prefix: string): Names {
  const [hints, drafts] = [`${prefix}:hint:`, `${prefix}:draft:`];
  return {
    hintChannel: (sessionId) => hints + sessionId,
    anyHint: `${hints.replace(/[\\*?[\]^]/g, "\\$&")}*`,
    draftChannel: (sessionId) => drafts + sessionId,
    drafts: (sessionId) => `${prefix}:drafts:${sessionId}`,
    sessionOf(channel) {
      const start = [hints, drafts].find((one) => channel.startsWith(one));
      return start === undefined ? null : channel.slice(start.length);
    },
  };
}
