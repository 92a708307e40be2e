import { CopilotError } from "@live-copilot/shared";

/** Where a page of sessions ended: the start and the number of its last row. */
export interface CursorPosition {
  readonly startedAt: number;
  readonly id: number;
}

const START: CursorPosition = { startedAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

/** Makes the cursor that begins after this row. */
export function writeCursor({ startedAt, id }: CursorPosition): string {
  return Buffer.from(`${startedAt}.${id}`).toString("base64url");
}

/** Reads a cursor; none is the first page. Throws CopilotError BAD_REQUEST for what is no cursor. */
export function readCursor(cursor: string | undefined): CursorPosition {
  if (cursor === undefined) return START;
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString());
  if (match) return { startedAt: Number(match[1]), id: Number(match[2]) };
  throw new CopilotError("BAD_REQUEST", "The cursor is not one that a list of sessions gave.", {
    fields: [{ field: "cursor", expected: "the nextCursor of an earlier page" }],
  });
}
