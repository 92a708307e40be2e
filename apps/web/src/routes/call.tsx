import { Link } from "wouter";
import { failureWords } from "../components/text/failure.ts";
import { callerName } from "../components/text/people.ts";
import { Button } from "../components/ui/button.tsx";
import { Empty } from "../components/ui/empty.tsx";
import type { Calls } from "../features/calls/use-calls.ts";
import { ConnectionState } from "../features/connection/connection-state.tsx";
import { WhenReachable } from "../features/connection/unreachable.tsx";
import { useSessionFeed } from "../session-feed/use-session-feed.ts";
import { LoadingRooms } from "./loading-rooms.tsx";
import { OpenCall } from "./open-call.tsx";
import { Shell } from "./shell.tsx";

/** One call: what is known of it from the list at once, the rest as soon as it is here. */
export function CallRoute({ sessionId, calls }: { sessionId: string; calls: Calls }) {
  const { view, loadEarlier, retry } = useSessionFeed(sessionId);
  const summary = [...calls.live, ...calls.earlier].find((call) => call.sessionId === sessionId);
  if (view.status === "open") {
    return (
      <OpenCall
        {...view}
        loadEarlier={loadEarlier}
        summary={summary}
        listed={calls.status === "success"}
        calls={calls}
      />
    );
  }
  return (
    <Shell
      calls={calls}
      openId={sessionId}
      title={<h1 className="who cut">{summary ? callerName(summary) : "Call"}</h1>}
      status={<ConnectionState />}
    >
      {() => (
        <WhenReachable waiting={<LoadingRooms />} away={(words) => <main className="home">{words}</main>}>
          {view.status === "loading" ? <LoadingRooms /> : null}
          {view.status === "missing" ? <Missing sessionId={sessionId} onRetry={retry} /> : null}
          {view.status === "failed" ? (
            <main className="home">
              <Empty
                title="The call could not be opened"
                actions={<Button onClick={retry}>Try again</Button>}
              >
                {failureWords(view.error)}
              </Empty>
            </main>
          ) : null}
        </WhenReachable>
      )}
    </Shell>
  );
}

function Missing({ sessionId, onRetry }: { sessionId: string; onRetry: () => void }) {
  return (
    <main className="home">
      <Empty
        title="This call is not here"
        actions={
          <>
            <Button onClick={onRetry}>Look again</Button>
            <Link href="/" className="button ghost">
              All calls
            </Link>
          </>
        }
      >
        Nothing was heard of “{sessionId}”. It may have been kept for its time and removed, or nobody has
        spoken in it yet.
      </Empty>
    </main>
  );
}
