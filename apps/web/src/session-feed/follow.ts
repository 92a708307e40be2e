import type { Api } from "../trpc.ts";
import type { FeedEvent } from "./feed.ts";

interface Follower {
  readonly fold: (event: FeedEvent) => void;
  /** Called once when either subscription ended and the state has to be taken anew. */
  readonly broken: () => void;
}

/**
 * Both subscriptions of a session from one point of its log; gives what stops them. A dropped socket is not an
 * end: the client resumes from the last id that it was sent.
 */
export function follow(
  api: Api,
  from: { sessionId: string; lastEventId: string },
  { fold, broken }: Follower,
): () => void {
  let closed = false;
  const end = () => {
    if (closed) return;
    close();
    broken();
  };
  const transcript = api.client.session.onTranscript.subscribe(from, {
    onData: ({ id, data }) => fold({ type: "said", seq: Number(id), segment: data }),
    onError: end,
    onComplete: end,
  });
  const suggestions = api.client.session.onSuggestion.subscribe(from, {
    onData: ({ id, data }) => fold({ type: "suggested", seq: Number(id), update: data }),
    onError: end,
    onComplete: end,
  });
  function close() {
    closed = true;
    transcript.unsubscribe();
    suggestions.unsubscribe();
  }
  return close;
}
