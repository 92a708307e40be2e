import type { SessionSummary } from "@live-copilot/shared";
import { useRef, useState } from "react";
import { clock } from "../components/text/clock.ts";
import { FeatureBoundary } from "../components/ui/feature-boundary.tsx";
import type { Calls } from "../features/calls/use-calls.ts";
import { ConnectionState } from "../features/connection/connection-state.tsx";
import { CopilotNotes } from "../features/copilot/copilot-notes.tsx";
import { CopilotSwitch } from "../features/copilot/copilot-switch.tsx";
import { CustomerCard } from "../features/customer/customer-card.tsx";
import { type ClausePlace, ClauseSheet } from "../features/policies/clause-sheet.tsx";
import { pickCard } from "../features/suggestions/stage.ts";
import { Suggestions } from "../features/suggestions/suggestions.tsx";
import { Transcript, type TranscriptHandle } from "../features/transcript/transcript.tsx";
import { type Feed, spokenUntil } from "../session-feed/feed.ts";
import { askedAt } from "./asked-at.ts";
import { CallTitle } from "./call-title.tsx";
import { type Room, RoomTabs } from "./room-tabs.tsx";
import { Shell } from "./shell.tsx";
import { useCallCommands } from "./use-call-commands.ts";
import { useCallParts } from "./use-call-parts.ts";

export interface OpenCallProps {
  readonly feed: Feed;
  readonly missed: ReadonlySet<string>;
  readonly loadEarlier: () => Promise<void>;
  readonly summary: SessionSummary | undefined;
  /** True once the list of calls is known, so that a missing summary means something. */
  readonly listed: boolean;
  readonly calls: Calls;
}

/** The three rooms of a call, each in its own error boundary. */
export function OpenCall(props: OpenCallProps) {
  const { feed, missed, calls } = props;
  const { state } = feed;
  const parts = useCallParts(props);
  const { stage, change, actions, copilot, reason } = parts;
  const transcript = useRef<TranscriptHandle>(null);
  const [room, setRoom] = useState<Room>("say");
  const [clause, setClause] = useState<ClausePlace | null>(null);
  const goTo = (next: Room, then: () => void) => {
    setRoom(next);
    requestAnimationFrame(then);
  };
  const commands = useCallCommands({
    feed,
    ...parts,
    onSearch: () => goTo("transcript", () => transcript.current?.openSearch()),
  });
  return (
    <Shell
      calls={calls}
      openId={state.sessionId}
      title={<CallTitle feed={feed} />}
      commands={commands}
      status={
        <>
          <ConnectionState lookingAt={clock(spokenUntil(feed))} missed={missed.size} />
          {state.session?.status === "ended" ? null : <CopilotSwitch copilot={copilot} reason={reason} />}
        </>
      }
    >
      {() => (
        <main className="rooms" data-room={room}>
          <RoomTabs room={room} onRoom={setRoom} waiting={stage.waiting.length} />
          <FeatureBoundary name="The transcript">
            <Transcript
              feed={feed}
              missed={missed}
              loadEarlier={props.loadEarlier}
              handle={transcript}
              onOpenCard={(id) => goTo("say", () => change((now) => pickCard(now, id)))}
            />
          </FeatureBoundary>
          <FeatureBoundary name="The answers">
            <Suggestions
              feed={feed}
              stage={stage}
              change={change}
              actions={actions}
              askedAt={(card) => askedAt(feed, card)}
              notes={<CopilotNotes state={state} copilot={copilot} reason={reason} />}
              onOpenSource={(card, citation) => {
                actions.mark(card, "opened");
                setClause(citation);
              }}
              onOpenWords={(card) =>
                goTo("transcript", () => transcript.current?.showSegments(card.question.segmentIds))
              }
            />
          </FeatureBoundary>
          <FeatureBoundary name="User Details">
            <CustomerCard state={state} />
          </FeatureBoundary>
          {clause ? <ClauseSheet place={clause} onClose={() => setClause(null)} /> : null}
        </main>
      )}
    </Shell>
  );
}
