import type { IntentLabel } from "@live-copilot/shared";
import { clock } from "../components/text/clock.ts";
import { callerName } from "../components/text/people.ts";
import { Button } from "../components/ui/button.tsx";
import { useNow } from "../components/ui/use-now.ts";
import { useTitle } from "../components/ui/use-title.ts";
import { useStopSample } from "../features/replay/use-samples.ts";
import { type Feed, spokenUntil } from "../session-feed/feed.ts";

const INTENTS: Record<IntentLabel, string> = { INQUIRY: "Question", PROBLEM: "Problem", CLAIM: "Claim" };

/** Who is on the line, how long, and what they want. */
export function CallTitle({ feed }: { feed: Feed }) {
  const { customer, context, intent, session, sessionId } = feed.state;
  const chosen = customer?.matches.find(({ customerId }) => customerId === customer.chosen);
  const live = session?.status === "live";
  const stopSample = useStopSample(sessionId);
  const name = callerName({ customerName: chosen?.name, phone: context.phone?.value, sessionId });
  useTitle(name);
  return (
    <>
      <h1 className="who cut">{name}</h1>
      <CallClock feed={feed} />
      {intent ? <span className="chip top-intent">{INTENTS[intent.label] ?? intent.label}</span> : null}
      {live && stopSample ? (
        <Button look="ghost" className="top-stop" onClick={stopSample}>
          Stop the sample
        </Button>
      ) : null}
    </>
  );
}

/** Ticks while the call runs. A replayed call can be further on by its words than by the clock. */
function CallClock({ feed }: { feed: Feed }) {
  const { session } = feed.state;
  const live = session?.status === "live";
  const now = useNow(live ? 1000 : 0);
  if (!session) return null;
  const until = session.endedAt ? Date.parse(session.endedAt) : now;
  const elapsed = Math.max(until - Date.parse(session.startedAt), spokenUntil(feed));
  return (
    <span className={live ? "call-clock live" : "call-clock"}>
      {live ? "" : "ended · "}
      {clock(elapsed)}
    </span>
  );
}
