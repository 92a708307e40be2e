import type { AppRouter } from "@live-copilot/api/router";
import type { SuggestionCard, SuggestionUpdate, TranscriptSegment } from "@live-copilot/shared";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { WebSocket } from "ws";

export type Client = ReturnType<typeof createTRPCClient<AppRouter>>;

/** A typed client on one WebSocket of its own. */
export interface OpenClient extends Disposable {
  readonly api: Client;
}

/** Connects to a server as the page does. */
export function connect(url: string): OpenClient {
  const socket = createWSClient({ url: `${url.replace("http", "ws")}/trpc`, WebSocket: WebSocket as never });
  const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
  return { api, [Symbol.dispose]: () => void socket.close() };
}

/** What a subscriber of one session was sent, in order. */
export interface Watch extends Disposable {
  readonly segments: (TranscriptSegment & { readonly id: string })[];
  readonly updates: (SuggestionUpdate & { readonly id: string })[];
  readonly errors: unknown[];
  /** The newest state of each card, in the order in which they first came. */
  cards(): SuggestionCard[];
}

/** Follows a session's two feeds from an event on. */
export function watch({ api }: OpenClient, sessionId: string, lastEventId?: string): Watch {
  const segments: Watch["segments"] = [];
  const updates: Watch["updates"] = [];
  const errors: unknown[] = [];
  const from = { sessionId, ...(lastEventId === undefined ? {} : { lastEventId }) };
  const onError = (error: unknown) => void errors.push(error);
  const transcript = api.session.onTranscript.subscribe(from, {
    onData: ({ id, data }) => void segments.push({ ...data, id }),
    onError,
  });
  const suggestions = api.session.onSuggestion.subscribe(from, {
    onData: ({ id, data }) => void updates.push({ ...data, id }),
    onError,
  });
  return {
    segments,
    updates,
    errors,
    cards() {
      const byId = new Map<string, SuggestionCard>();
      for (const { cards } of updates) for (const card of cards) byId.set(card.id, card);
      return [...byId.values()];
    },
    [Symbol.dispose]() {
      transcript.unsubscribe();
      suggestions.unsubscribe();
    },
  };
}

/** Posts to the webhook; gives the status and the parsed answer. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; type: string; answer: Record<string, unknown> }> {
  const response = await fetch(`${url}/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer: Record<string, unknown> = JSON.parse((await response.text()) || "{}");
  return { status: response.status, type: response.headers.get("content-type") ?? "", answer };
}
