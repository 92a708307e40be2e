import type { TranscriptSegment } from "@live-copilot/shared";
import { memo } from "react";
import { clock } from "../../components/text/clock.ts";
import { speakerName } from "../../components/text/people.ts";
import { type Raised, raisedWords } from "./raised-words.ts";
import { cutAtMatches } from "./search-matches.ts";

export interface RowProps {
  readonly segment: TranscriptSegment;
  /** False where the same speaker goes on. */
  readonly named: boolean;
  readonly customerName: string | undefined;
  readonly raised: readonly Raised[];
  readonly needle: string;
  readonly lit: boolean;
  readonly missed: boolean;
  readonly onOpenCard: (cardId: string) => void;
}

/** One stretch of one speaker's words. The two voices are told apart by weight, not by bubbles. */
export const TranscriptRow = memo(function TranscriptRow(props: RowProps) {
  const { segment, named, lit, missed } = props;
  const agent = segment.speaker !== "CUSTOMER";
  const looks = ["turn", agent && "agent", named && "named", lit && "lit", missed && "missed"];
  return (
    <div className={looks.filter(Boolean).join(" ")}>
      <time>{clock(segment.atMs)}</time>
      <div className="turn-words">
        {named ? <b className="turn-name">{speakerName(segment.speaker, props.customerName)}</b> : null}
        {segment.final ? <Words {...props} /> : <span className="partial">{segment.text}</span>}
        {segment.corrected ? (
          <small title="The recogniser changed these words afterwards"> corrected</small>
        ) : null}
        {segment.incomplete ? <small title="The call ended in the middle"> cut off</small> : null}
      </div>
    </div>
  );
});

function Words({ segment, raised, needle, onOpenCard }: RowProps) {
  return raisedWords(segment.text, raised).map(({ text, cardId }, index) => {
    const words = <Found text={text} needle={needle} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text have no other name
    if (cardId === undefined) return <span key={index}>{words}</span>;
    return (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the same
        key={index}
        className="raised"
        href={`#${encodeURIComponent(cardId)}`}
        title="Show the answer"
        onClick={(event) => {
          event.preventDefault();
          onOpenCard(cardId);
        }}
      >
        {words}
      </a>
    );
  });
}

function Found({ text, needle }: { text: string; needle: string }) {
  return cutAtMatches(text, needle).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    index % 2 === 0 ? part : <mark key={index}>{part}</mark>,
  );
}
