import { timeOfDay } from "../components/text/clock.ts";
import { failureWords } from "../components/text/failure.ts";
import { useToast } from "../components/ui/toast.tsx";
import type { Command } from "../features/commands/command.ts";
import { useStopSample } from "../features/replay/use-samples.ts";
import { ASK_FIELD } from "../features/suggestions/ask-box.tsx";
import type { Feed } from "../session-feed/feed.ts";
import { useApi } from "../trpc.ts";
import { answerCommands } from "./answer-commands.ts";
import type { CallParts } from "./use-call-parts.ts";

interface Parts extends CallParts {
  readonly feed: Feed;
  readonly onSearch: () => void;
}

/** What can be done in an open call. */
export function useCallCommands({ feed, onSearch, ...parts }: Parts): readonly Command[] {
  const { client } = useApi();
  const say = useToast();
  const { sessionId, session } = feed.state;
  const { copilot, reason } = parts;
  const stopSample = useStopSample(sessionId);
  const live = session?.status === "live";
  const end = () =>
    client.session.end.mutate({ sessionId }).catch((error: unknown) => say(failureWords(error)));
  const command = (id: string, label: string, rest: Omit<Command, "id" | "label" | "group">): Command => {
    return { possible: live, ...rest, id, label, group: "Call" };
  };
  const until = copilot.expiresAt ? ` (goes off by itself at ${timeOfDay(copilot.expiresAt)})` : "";
  const switchWords = copilot.enabled ? `Turn the copilot off${until}` : "Turn the copilot on";
  const switchable = live && reason === null && !copilot.pending;
  return [
    ...answerCommands(feed, parts),
    command("ask", "Ask the contract", { keys: ["/"], run: focusAsk }),
    command("search", "Search the transcript", { keys: ["f"], possible: true, run: onSearch }),
    command("copilot", switchWords, { keys: ["o"], possible: switchable, run: copilot.toggle }),
    command("stop", "Stop the sample call", { possible: stopSample !== null, run: () => stopSample?.() }),
    command("end", "Mark the call as ended", { run: end }),
  ];
}

function focusAsk() {
  document.getElementById(ASK_FIELD)?.focus();
}
