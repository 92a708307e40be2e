import type { SessionSummary } from "@live-copilot/shared";
import { Link } from "wouter";
import { clock, timeOfDay } from "../../components/text/clock.ts";
import { decisionWords, toneOf } from "../../components/text/decision-words.ts";
import { callerName } from "../../components/text/people.ts";
import { DecisionIcon } from "../../components/ui/icon.tsx";

interface CallRowProps {
  readonly call: SessionSummary;
  readonly open: boolean;
  readonly now: number;
  readonly onOpen: (() => void) | undefined;
}

export function CallRow({ call, open, now, onOpen }: CallRowProps) {
  const live = call.status === "live";
  const tone = call.severalCustomers ? "unk" : toneOf(call.decision);
  return (
    <Link
      href={`/calls/${encodeURIComponent(call.sessionId)}`}
      className="call"
      aria-current={open ? "page" : undefined}
      onClick={onOpen}
    >
      <strong className="call-who cut">{callerName(call)}</strong>
      <time dateTime={call.startedAt}>
        {live ? clock(now - Date.parse(call.startedAt)) : timeOfDay(call.endedAt ?? call.lastAt)}
      </time>
      <span className="call-words cut">{callWords(call)}</span>
      {tone === "none" ? null : <DecisionIcon tone={tone} />}
      <span className="hidden-words">{decisionWords(call.decision)}</span>
    </Link>
  );
}

const INTENTS: Partial<Record<string, string>> = {
  INQUIRY: "Has a question",
  PROBLEM: "Has a problem",
  CLAIM: "Claim",
};

/** The newest thing to know about a call, in one line. */
function callWords(call: SessionSummary): string {
  if (call.severalCustomers) return "Two matches: who is calling?";
  if (call.question) return call.question;
  return (call.intent && INTENTS[call.intent]) ?? (call.status === "live" ? "Listening" : "No question");
}
