import { type RefObject, useMemo, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Empty } from "../../components/ui/empty.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import type { Feed } from "../../session-feed/feed.ts";
import { type Row, raisedBySegment, rowsOf } from "./rows.ts";
import { SearchBar } from "./search-bar.tsx";
import { matching } from "./search-matches.ts";
import { TranscriptRow } from "./transcript-row.tsx";
import { useTranscriptList } from "./use-transcript-list.ts";
import "./transcript.css";

/** What the rest of the page may ask of the transcript. */
export interface TranscriptHandle {
  readonly openSearch: () => void;
  readonly showSegments: (segmentIds: readonly string[]) => void;
}

interface TranscriptProps {
  readonly feed: Feed;
  readonly missed: ReadonlySet<string>;
  readonly loadEarlier: () => Promise<void>;
  readonly onOpenCard: (cardId: string) => void;
  readonly handle: RefObject<TranscriptHandle | null>;
}

const NONE = [] as const;

/** What was said, to read back: newest at the end, followed unless the reader went up. */
export function Transcript(props: TranscriptProps) {
  const { feed, loadEarlier, handle } = props;
  const { lines, spoken } = feed;
  const [needle, setNeedle] = useState<string | null>(null);
  const rows = useMemo(() => rowsOf({ lines, spoken }), [lines, spoken]);
  const found = useMemo(() => matching(rows, needle ?? ""), [rows, needle]);
  const list = useTranscriptList(rows, { earlier: feed.earlier, loadEarlier });
  handle.current = { openSearch: () => setNeedle((now) => now ?? ""), showSegments: list.showSegments };
  return (
    <section className="room transcript" aria-label="Transcript">
      <div className="room-bar">
        {needle === null ? (
          <>
            <h2>Transcript</h2>
            <Button look="ghost" hotkey="F" onClick={() => setNeedle("")}>
              Search
            </Button>
          </>
        ) : (
          <SearchBar
            needle={needle}
            found={found.length}
            partly={feed.earlier !== null}
            onChange={setNeedle}
            onGo={(at) => list.showIndex(found.at(at))}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title="Nothing has been said yet">Words appear here while they are spoken.</Empty>
      ) : null}
      <Turns {...props} rows={rows} list={list} needle={needle ?? ""} />
      {list.atEnd ? null : (
        <Button className="to-newest" onClick={list.toEnd}>
          Newest
          <Icon name="down" />
        </Button>
      )}
    </section>
  );
}

interface TurnsProps extends TranscriptProps {
  readonly rows: readonly Row[];
  readonly list: ReturnType<typeof useTranscriptList>;
  readonly needle: string;
}

function Turns({ feed, missed, onOpenCard, rows, list, needle }: TurnsProps) {
  const { cards, customer } = feed.state;
  const raised = useMemo(() => raisedBySegment(cards), [cards]);
  const name = customer?.matches.find(({ customerId }) => customerId === customer.chosen)?.name;
  return (
    <div
      className="room-scroll"
      ref={list.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-live="off"
      aria-label="What was said"
    >
      <div className="turns" ref={list.sizer}>
        {list.items.map(({ index, key }) => {
          const row = rows[index];
          if (!row) return null;
          const { segmentId } = row.segment;
          return (
            <div key={key} className="turn-place" data-index={index} ref={list.measure}>
              <TranscriptRow
                {...row}
                customerName={name}
                raised={raised.get(segmentId) ?? NONE}
                needle={needle}
                lit={list.lit.has(segmentId)}
                missed={missed.has(segmentId)}
                onOpenCard={onOpenCard}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
