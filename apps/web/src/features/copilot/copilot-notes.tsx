import type { SessionState } from "@live-copilot/shared";
import { Button } from "../../components/ui/button.tsx";
import { Note } from "../../components/ui/note.tsx";
import type { CopilotSwitch } from "./use-copilot.ts";

const AWAY: Partial<Record<string, readonly [string, string]>> = {
  model: ["The model is away.", "Answers come from the contract's own words alone until it is back."],
  policies: [
    "Policies can't be searched right now.",
    "The last answers stay; new ones will come by themselves.",
  ],
  customers: ["Customers can't be looked up right now.", "Set plan and state by hand."],
  feed: ["Words may come late right now.", "Nothing will be missed."],
};

interface NotesProps {
  readonly state: SessionState;
  readonly copilot: CopilotSwitch;
  /** Why it cannot be switched on; null where it can. */
  readonly reason: string | null;
}

/** How things stand with the copilot, where it is not simply on. */
export function CopilotNotes({ state, copilot, reason }: NotesProps) {
  if (state.session?.status === "ended") return null;
  if (!state.copilot.enabled) {
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
  return state.copilot.degraded.map((what) => {
    const [title, words] = AWAY[what] ?? ["Something is away right now.", "The transcript still runs."];
    return (
      <Note key={what} title={title}>
        {words}
      </Note>
    );
  });
}
