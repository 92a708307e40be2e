import type { SessionSummary } from "@live-copilot/shared";
import { type KeyboardEvent, useId } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Empty, Waiting } from "../../components/ui/empty.tsx";
import { useNow } from "../../components/ui/use-now.ts";
import { CallRow } from "./call-row.tsx";
import type { Calls } from "./use-calls.ts";
import "./calls.css";

interface CallsListProps {
  readonly calls: Calls;
  readonly openId: string | undefined;
  readonly onOpen?: () => void;
}

/** Live calls first, then those before. Arrow keys move between them. */
export function CallsList({ calls, openId, onOpen }: CallsListProps) {
  const now = useNow(calls.live.length > 0 ? 1000 : 0);
  const group = { openId, now, onOpen };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the keys; this only moves between them
    <div className="calls" onKeyDown={moveBetweenLinks}>
      {calls.status === "pending" ? <Waiting lines={6} label="Loading your calls" /> : null}
      {calls.status === "error" ? (
        <Empty
          title="The calls could not be loaded"
          actions={<Button onClick={calls.retry}>Try again</Button>}
        />
      ) : null}
      {calls.status === "success" ? (
        <CallGroup
          {...group}
          title="Your calls"
          count={`${calls.live.length} live`}
          calls={calls.live}
          none="No live call"
        />
      ) : null}
      {calls.earlier.length > 0 ? <CallGroup {...group} title="Earlier" calls={calls.earlier} /> : null}
      {calls.hasMore ? (
        <Button look="ghost" className="calls-more" onClick={calls.loadMore}>
          Show earlier calls
        </Button>
      ) : null}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count?: string;
  readonly none?: string;
  readonly calls: readonly SessionSummary[];
  readonly openId: string | undefined;
  readonly now: number;
  readonly onOpen: (() => void) | undefined;
}

function CallGroup({ title, count, none, calls, openId, now, onOpen }: GroupProps) {
  const id = useId();
  return (
    <>
      <h2 id={id}>
        {title} {count ? <span>{count}</span> : null}
      </h2>
      {calls.length === 0 ? <p className="calls-none">{none}</p> : null}
      <ul aria-labelledby={id}>
        {calls.map((call) => (
          <li key={call.sessionId}>
            <CallRow call={call} open={call.sessionId === openId} now={now} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
}

function moveBetweenLinks(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>("a.call")];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
