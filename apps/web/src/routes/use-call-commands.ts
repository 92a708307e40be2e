import { failureWords } from "../components/text/failure.ts";
import { useToast } from "../components/ui/toast.tsx";
import type { Command } from "../features/commands/command.ts";
import { useStopSample } from "../features/replay/use-samples.ts";
import { ASK_FIELD } from "../features/suggestions/ask-box.tsx";
import type { Feed } from "../session-feed/feed.ts";
import { useApi } from "../trpc.ts";
import type { useCallParts } from "./use-call-parts.ts";

interface CallParts extends ReturnType<typeof useCallParts> {
  readonly feed: Feed;
  readonly onSearch: () => void;
}

/** What can be done in an open call. */
export function useCallCommands({
  feed,
  stage,
  actions,
  copilot,
  reason,
  onSearch,
}: CallParts): readonly Command[] {
  const { client } = useApi();
  const say = useToast();
  const { state } = feed;
  const stopSample = useStopSample(state.sessionId);
  const card = state.cards.find(({ id }) => id === stage.shown);
  const live = state.session?.status === "live";
  const sayable =
    card !== undefined && card.status !== "sources" && (card.script || card.clarifyingQuestion) !== "";
  const pinned = card && (state.marks[card.id] ?? []).includes("pinned");
  const onCard = { group: "Answer", possible: card !== undefined } as const;
  const end = () =>
    client.session.end
      .mutate({ sessionId: state.sessionId })
      .catch((error: unknown) => say(failureWords(error)));
  return [
    {
      ...onCard,
      id: "copy",
      label: "Copy the answer",
      keys: ["c"],
      possible: sayable,
      run: () => card && actions.copy(card),
    },
    {
      ...onCard,
      id: "use",
      label: "I said it",
      keys: ["u"],
      possible: sayable,
      run: () => card && actions.use(card),
    },
    {
      ...onCard,
      id: "next",
      label: "Next answer",
      keys: ["n"],
      possible: stage.waiting.length > 0,
      run: actions.next,
    },
    {
      ...onCard,
      id: "dismiss",
      label: "Dismiss the answer",
      keys: ["x"],
      run: () => card && actions.dismiss(card),
    },
    {
      ...onCard,
      id: "pin",
      label: pinned ? "Take the pin off the answer" : "Pin the answer",
      keys: ["p"],
      run: () => card && actions.mark(card, pinned ? "unpinned" : "pinned"),
    },
    {
      ...onCard,
      id: "helpful",
      label: "The answer helped",
      run: () => card && actions.mark(card, "helpful"),
    },
    {
      ...onCard,
      id: "unhelpful",
      label: "The answer did not help",
      run: () => card && actions.mark(card, "unhelpful"),
    },
    {
      id: "ask",
      group: "Call",
      label: "Ask the contract",
      keys: ["/"],
      shown: "/",
      possible: live,
      run: focusAsk,
    },
    { id: "search", group: "Call", label: "Search the transcript", keys: ["f"], run: onSearch },
    {
      id: "copilot",
      group: "Call",
      label: copilot.enabled ? "Turn the copilot off" : "Turn the copilot on",
      keys: ["o"],
      possible: live && reason === null && !copilot.pending,
      run: copilot.toggle,
    },
    {
      id: "stop",
      group: "Call",
      label: "Stop the sample call",
      possible: stopSample !== null,
      run: () => stopSample?.(),
    },
    { id: "end", group: "Call", label: "Mark the call as ended", possible: live, run: end },
  ];
}

function focusAsk() {
  document.getElementById(ASK_FIELD)?.focus();
}
