import { setTimeout as sleep } from "node:timers/promises";
import type { SuggestionCard } from "@live-copilot/shared";
import { type OpenClient, post } from "../../support/client.ts";
import type { SetRow } from "./row.ts";

/** A played row: the cards that stood at its end, and the intent. */
export interface PlayedRow {
  readonly row: SetRow;
  readonly cards: readonly SuggestionCard[];
  readonly intent: string | null;
}

/** A row, and the number its customer calls from where a record is stored for it. */
export interface Caller {
  readonly row: SetRow;
  readonly phone: string | null;
}

const GAP_MS = 900;
const MS_A_LETTER = 55;
const POLL_MS = 50;
const QUIET_POLLS = 8;
const GIVE_UP_MS = 20_000;

/** Plays a call through the webhook, offsets on the call's own clock, and waits until nothing changes any more. */
export async function playRow(url: string, client: OpenClient, { row, phone }: Caller): Promise<PlayedRow> {
  const sessionId = `set-${row.id}`;
  await client.api.copilot.enable.mutate({
    sessionId,
    ...(row.plan ? { selectedPlan: row.plan } : {}),
    ...(row.state ? { selectedState: row.state } : {}),
    ...(row.contractType ? { contractType: row.contractType } : {}),
    ...(row.options.length > 0 ? { options: row.options } : {}),
  });
  const reply = { speaker: "AGENT" as const, text: "okay one moment please" };
  const turns = row.turns.at(-1)?.speaker === "AGENT" ? row.turns : [...row.turns, reply];
  let at = 0;
  for (const [index, turn] of turns.entries()) {
    const end = at + Math.max(GAP_MS, turn.text.length * MS_A_LETTER);
    const segment = { segmentId: `s${index}`, ...turn, beginOffsetMs: at, endOffsetMs: end };
    const { status, answer } = await post(url, { sessionId, ...segment, ...(phone ? { phone } : {}) });
    if (status >= 300) throw new Error(`${row.id}: the webhook answered ${status} ${JSON.stringify(answer)}`);
    at = end + GAP_MS;
  }
  const state = await settled(client, sessionId);
  const cards = state.cards.filter((card) => card.status !== "withdrawn" && !card.supersededBy);
  return { row, cards, intent: state.intent?.label ?? null };
}

async function settled(client: OpenClient, sessionId: string) {
  let seq = -1;
  let quiet = 0;
  for (const end = Date.now() + GIVE_UP_MS; ; ) {
    const { state } = await client.api.session.get.query({ sessionId });
    const open = state.cards.some(({ status }) => status === "sources");
    quiet = state.seq === seq && !open ? quiet + 1 : 0;
    if (quiet >= QUIET_POLLS) return state;
    if (Date.now() > end) throw new Error(`${sessionId} did not come to rest`);
    seq = state.seq;
    await sleep(POLL_MS);
  }
}
