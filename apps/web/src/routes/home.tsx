import type { ModelStatus } from "@live-copilot/shared";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { Button } from "../components/ui/button.tsx";
import { Empty, Waiting } from "../components/ui/empty.tsx";
import { Icon } from "../components/ui/icon.tsx";
import type { Calls } from "../features/calls/use-calls.ts";
import { ConnectionState } from "../features/connection/connection-state.tsx";
import { WhenReachable } from "../features/connection/unreachable.tsx";
import { useServerStatus } from "../features/copilot/use-server-status.ts";
import { Shell } from "./shell.tsx";

/** No call is open. The first live one opens by itself. */
export function HomeRoute({ calls }: { calls: Calls }) {
  useOpenFirst(calls);
  return (
    <Shell calls={calls} status={<ConnectionState />}>
      {(open) => (
        <main className="home">
          <h1 className="hidden-words">Live Copilot</h1>
          <WhenReachable waiting={<Waiting lines={3} label="Connecting" />}>
            {calls.status === "pending" ? (
              <Waiting lines={3} label="Loading your calls" />
            ) : (
              <NoCall earlier={calls.earlier.length > 0} onReplay={() => open("replay")} />
            )}
          </WhenReachable>
        </main>
      )}
    </Shell>
  );
}

function NoCall({ earlier, onReplay }: { earlier: boolean; onReplay: () => void }) {
  const status = useServerStatus();
  return (
    <>
      <Empty
        title="No call yet"
        actions={
          <Button look="primary" onClick={onReplay}>
            <Icon name="play" />
            Replay a sample call
          </Button>
        }
      >
        When a call connects it opens here. {earlier ? "Earlier calls can be opened from the list." : ""}
      </Empty>
      {status ? (
        <p className="home-facts">
          {status.libraryDocuments} policy documents · {status.customers} customers
          {status.copilotEnabled ? "" : " · the copilot is switched off on this server"}
          {status.model ? ` · ${modelWords(status.model)}` : ""}
        </p>
      ) : null}
    </>
  );
}

/** Who decides, in an agent's words. */
function modelWords({ decides, check }: ModelStatus): string {
  if (check === "running") return "the assistant is being tested; until then the contract check decides";
  return decides
    ? "the assistant writes and decides, and its quotes are checked"
    : "the assistant writes, the contract check decides";
}

/** Goes to a live call once: the one that is there, or the first that comes. */
function useOpenFirst(calls: Calls): void {
  const [, go] = useLocation();
  const first = calls.live[0]?.sessionId;
  const gone = useRef(false);
  useEffect(() => {
    if (first === undefined || gone.current) return;
    gone.current = true;
    go(`/calls/${encodeURIComponent(first)}`, { replace: true });
  }, [first, go]);
}
