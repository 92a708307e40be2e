import type { Citation, SuggestionCard } from "@live-copilot/shared";
import { type ReactNode, useMemo, useState } from "react";
import { Empty } from "../../components/ui/empty.tsx";
import type { Feed } from "../../session-feed/feed.ts";
import { Announcement } from "./announcement.tsx";
import { AskBox } from "./ask-box.tsx";
import { type Ticks, TicksContext } from "./next-steps.tsx";
import { OtherAnswers } from "./other-answers.tsx";
import { pickCard, type Stage } from "./stage.ts";
import { StageCard } from "./stage-card.tsx";
import type { CardActions } from "./use-card-actions.ts";
import { useShown } from "./use-shown.ts";
import "./suggestions.css";

interface SuggestionsProps {
  readonly feed: Feed;
  readonly stage: Stage;
  readonly change: (step: (stage: Stage) => Stage) => void;
  readonly actions: CardActions;
  /** The call's clock when a card was asked, as in `3:37`. */
  readonly askedAt: (card: SuggestionCard) => string;
  /** How things stand with the copilot: off, degraded. */
  readonly notes: ReactNode;
  readonly onOpenSource: (card: SuggestionCard, citation: Citation) => void;
  readonly onOpenWords: (card: SuggestionCard) => void;
}

/** The room in the middle: one answer on stage, the others folded, a box to ask. */
export function Suggestions(props: SuggestionsProps) {
  const { feed, stage, notes } = props;
  const { cards, session, copilot } = feed.state;
  const answered = cards.filter(({ status }) => status === "ready").length;
  return (
    <section className="room say-room" aria-label="AI Suggestions">
      <div className="room-bar">
        <h2>Say this</h2>
        <Announcement cards={cards} waiting={stage.waiting} onNext={props.actions.next} />
        {answered > 0 ? <span className="chip">{answered} answered</span> : null}
      </div>
      <div className="room-scroll">
        <OnStage {...props} />
        <Others {...props} />
      </div>
      <div className="say-notes">{notes}</div>
      {session?.status === "ended" ? null : (
        <AskBox sessionId={feed.state.sessionId} cards={cards} enabled={copilot.enabled} />
      )}
    </section>
  );
}

function Others({ feed, stage, change, askedAt }: SuggestionsProps) {
  const { cards, marks } = feed.state;
  const waiting = stage.waiting.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  const before = cards.filter(({ id }) => id !== stage.shown && !stage.waiting.includes(id)).toReversed();
  const rest = { marks, askedAt, onPick: (id: string) => change((now) => pickCard(now, id)) };
  return (
    <>
      <OtherAnswers {...rest} title="Waiting" cards={waiting} fresh />
      <OtherAnswers {...rest} title="Before" cards={before} />
    </>
  );
}

function OnStage({ feed, stage, actions, askedAt, onOpenSource, onOpenWords }: SuggestionsProps) {
  const { cards, marks, session, copilot } = feed.state;
  const ticks = useTicks();
  const card = cards.find(({ id }) => id === stage.shown);
  useShown(session?.status === "live" ? card : undefined, card ? (marks[card.id] ?? []) : [], actions);
  if (!card)
    return <Nothing none={cards.length === 0} live={session?.status === "live"} on={copilot.enabled} />;
  return (
    <TicksContext value={ticks}>
      <StageCard
        key={card.id}
        card={card}
        draft={feed.scripts.get(card.id)}
        marks={marks[card.id] ?? []}
        actions={actions}
        asked={askedAt(card)}
        onOpenSource={(citation) => onOpenSource(card, citation)}
        onOpenWords={card.question.segmentIds.length > 0 ? () => onOpenWords(card) : undefined}
      />
    </TicksContext>
  );
}

function Nothing({ none, live, on }: { none: boolean; live: boolean; on: boolean }) {
  if (!live) return <Empty title={none ? "No question was answered in this call" : "This call has ended"} />;
  if (!none) return <Empty title="Nothing new">The next answer appears here by itself.</Empty>;
  if (!on) return <Empty title="No answers while the copilot is off" />;
  return (
    <Empty title="Listening">
      When the customer asks whether something is covered, what it costs or how it works, the answer appears
      here with the contract's own words.
    </Empty>
  );
}

function useTicks(): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ticked,
      toggle: (key) =>
        setTicked((before) => {
          const after = new Set(before);
          if (!after.delete(key)) after.add(key);
          return after;
        }),
    }),
    [ticked],
  );
}
