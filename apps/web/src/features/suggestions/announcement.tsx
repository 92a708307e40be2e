import type { SuggestionCard } from "@live-copilot/shared";
import { cardWords } from "../../components/text/decision-words.ts";
import { Button } from "../../components/ui/button.tsx";

interface AnnouncementProps {
  readonly cards: readonly SuggestionCard[];
  readonly waiting: readonly string[];
  readonly onNext: () => void;
}

/** Says that a new answer waits, in a place of its own, so that the one being read stays where it is. */
export function Announcement({ cards, waiting, onNext }: AnnouncementProps) {
  const newest = cards.find(({ id }) => id === waiting.at(-1));
  const next = cards.find(({ id }) => id === waiting[0]);
  return (
    <>
      <span className="hidden-words" role="status" aria-live="polite">
        {newest
          ? `New answer: ${newest.question.text} ${cardWords(newest)}. Press N for the next answer.`
          : ""}
      </span>
      {next ? (
        <Button className="announcement" hotkey="N" onClick={onNext} title={next.question.text}>
          <i className="dot" />
          {waiting.length > 1 ? `${waiting.length} new` : "New"}
          <span className="cut">{next.question.text}</span>
        </Button>
      ) : null}
    </>
  );
}
