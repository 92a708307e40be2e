import { scriptDraftSchema, transcriptSegmentSchema } from "@live-copilot/shared";
import type { Draft } from "@live-copilot/shared/copilot";
import { z } from "zod";

/** Characters of one message. Room for the longest text that the webhook takes, with what stands around it. */
const MAX_MESSAGE = 64_000;

/** `from` names the process that it comes from, which does not listen to itself. */
const from = z.string().max(100);
const hintSchema = z.object({ from, seq: z.number().int().nonnegative() });
const draftSchema = z.object({
  from,
  draft: z.discriminatedUnion("lane", [
    z.object({ lane: z.literal("transcript"), id: z.string(), segment: transcriptSegmentSchema }),
    z.object({ lane: z.literal("script"), id: z.string(), script: scriptDraftSchema }),
  ]),
});

export type HintMessage = z.infer<typeof hintSchema>;
export type DraftMessage = z.infer<typeof draftSchema>;

export function writeHint(message: HintMessage): string {
  return JSON.stringify(message);
}

/** Null for a draft that is too large to be sent: it stays within this process. */
export function writeDraft(from: string, draft: Draft): string | null {
  const text = JSON.stringify({ from, draft } satisfies DraftMessage);
  return text.length > MAX_MESSAGE ? null : text;
}

/** Null for what is no hint: anyone who reaches Redis can send anything. */
export function readHint(text: string): HintMessage | null {
  return read(hintSchema, text);
}

/** Null for what is no draft of this session. */
export function readDraft(text: string, sessionId: string): DraftMessage | null {
  const message = read(draftSchema, text);
  if (message?.draft.lane === "transcript" && message.draft.segment.sessionId !== sessionId) return null;
  return message;
}

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  if (text.length > MAX_MESSAGE) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
