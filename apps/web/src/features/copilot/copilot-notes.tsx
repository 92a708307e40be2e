import type { CopilotStatus, SessionState } from "@live-copilot/shared";
import { Button } from "../../components/ui/button.tsx";
import { Note } from "../../components/ui/note.tsx";
import { LanguageNote } from "./language-note.tsx";
import type { CopilotSwitch } from "./use-copilot.ts";

const AWAY: Partial<Record<string, readonly [string, string]>> = {
  model: ["The assistant is away.", "Answers come straight from the contract until it is back."],
  policies: [
    "Policies can't be searched right now.",
    "Answers that are here stay; new ones come once it works again.",
  ],
  customers: ["Customers can't be looked up right now.", "Set plan and state by hand."],
  feed: ["Updates may come a second late.", "Nothing is lost."],
};

interface NotesProps {
  readonly state: SessionState;
  readonly copilot: CopilotSwitch;
  /** Why it cannot be switched on; null where it can. */
  readonly reason: string | null;
}

/** How things stand with the copilot, where it is not simply on. Read out when it changes, once and calmly. */
export function CopilotNotes({ state, copilot, reason }: NotesProps) {
  const { enabled, degraded } = state.copilot;
  const spoken = state.callerLanguage;
  const live = state.session?.status !== "ended";
  const away = degraded.filter((what) => matters(what, state.copilot));
  return (
    <div className="copilot-notes" role="status">
      {live && !enabled ? <Off copilot={copilot} reason={reason} /> : null}
      {live && enabled && spoken ? <LanguageNote key={state.sessionId} spoken={spoken} /> : null}
      {live && away.length > 0 ? <Away parts={away} /> : null}
    </div>
  );
}

/** Without policies nobody answers; without the copilot only the transcript is left to come late. */
function matters(what: string, { enabled, degraded }: CopilotStatus): boolean {
  if (!enabled) return what === "feed";
  return what !== "model" || !degraded.includes("policies");
}

function Off({ copilot, reason }: Omit<NotesProps, "state">) {
  return (
    <Note
      title={reason ?? "Copilot is off for this call."}
      actions={
        reason === null ? (
          <Button hotkey="O" disabled={copilot.pending} onClick={copilot.toggle}>
            Turn on
          </Button>
        ) : null
      }
    >
      The transcript still runs.
    </Note>
  );
}

/** One strip for all that is away. A part that is newer than this page is named in general words. */
function Away({ parts }: { parts: readonly string[] }) {
  return (
    <Note>
      {parts.map((part) => {
        const [title, words] = AWAY[part] ?? ["Something is away right now.", "The transcript still runs."];
        return (
          <span key={part} className="away">
            <b>{title}</b> {words}
          </span>
        );
      })}
    </Note>
  );
}
