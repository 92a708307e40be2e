import type { SessionSummary } from "@live-copilot/shared";
import { type RefObject, useRef, useState } from "react";
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
import { type CallParts, useCallParts } from "./use-call-parts.ts";

export interface OpenCallProps {
  readonly feed: Feed;
  readonly missed: ReadonlySet<string>;
  readonly loadEarlier: () => Promise<void>;
  readonly summary: SessionSummary | undefined;
  /** True once the list of calls is known, so that a missing summary means something. */
  readonly listed: boolean;
  readonly calls: Calls;
}

/** An open call: what is on its page, and what can be done there. */
export function OpenCall(props: OpenCallProps) {
  const { feed, missed, calls } = props;
  const { state } = feed;
  const parts = useCallParts(props);
  const transcript = useRef<TranscriptHandle>(null);
  const [room, setRoom] = useState<Room>("say");
  const goTo = (next: Room, then: () => void) => {
    setRoom(next);
    requestAnimationFrame(then);
  };
  const onSearch = () => goTo("transcript", () => transcript.current?.openSearch());
  const commands = useCallCommands({ feed, ...parts, onSearch });
  const ended = state.session?.status === "ended";
  return (
    <Shell
      calls={calls}
      openId={state.sessionId}
      title={<CallTitle feed={feed} />}
      commands={commands}
      status={
        <>
          <ConnectionState lookingAt={clock(spokenUntil(feed))} missed={missed.size} />
          {ended ? null : <CopilotSwitch copilot={parts.copilot} reason={parts.reason} />}
        </>
      }
    >
      {() => (
        <main className="rooms" data-room={room}>
          <RoomTabs room={room} onRoom={setRoom} waiting={parts.stage.waiting.length} />
          <Rooms {...props} {...parts} transcript={transcript} goTo={goTo} />
        </main>
      )}
    </Shell>
  );
}

interface RoomsProps extends OpenCallProps, CallParts {
  readonly transcript: RefObject<TranscriptHandle | null>;
  /** Shows a room where there is place for one only, then does something in it. */
  readonly goTo: (room: Room, then: () => void) => void;
}

/** The three rooms, each in its own error boundary, and the ways between them. */
function Rooms({ feed, missed, loadEarlier, transcript, goTo, ...parts }: RoomsProps) {
  const { stage, change, actions, copilot, reason } = parts;
  const [clause, setClause] = useState<ClausePlace | null>(null);
  const showWords = (ids: readonly string[]) =>
    goTo("transcript", () => transcript.current?.showSegments(ids));
  return (
    <>
      <FeatureBoundary name="The transcript">
        <Transcript
          feed={feed}
          missed={missed}
          loadEarlier={loadEarlier}
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
          notes={<CopilotNotes state={feed.state} copilot={copilot} reason={reason} />}
          onOpenSource={(card, citation) => {
            actions.mark(card, "opened");
            setClause(citation);
          }}
          onOpenWords={(card) => showWords(card.question.segmentIds)}
        />
      </FeatureBoundary>
      <FeatureBoundary name="User Details">
        <CustomerCard state={feed.state} />
      </FeatureBoundary>
      {clause ? <ClauseSheet place={clause} onClose={() => setClause(null)} /> : null}
    </>
  );
}
