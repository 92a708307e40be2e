import { Switch } from "radix-ui";
import { timeOfDay } from "../../components/text/clock.ts";
import type { CopilotSwitch as State } from "./use-copilot.ts";
import "./copilot.css";

interface SwitchProps {
  readonly copilot: State;
  /** Why it cannot be switched; null where it can. */
  readonly reason: string | null;
}

export function CopilotSwitch({ copilot, reason }: SwitchProps) {
  const until = copilot.expiresAt ? `Goes off by itself at ${timeOfDay(copilot.expiresAt)}` : undefined;
  return (
    <span className="switch" title={reason ?? until}>
      <label htmlFor="copilot-switch">Copilot</label>
      <Switch.Root
        id="copilot-switch"
        className="switch-track"
        checked={copilot.enabled}
        disabled={reason !== null || copilot.pending}
        onCheckedChange={copilot.toggle}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </span>
  );
}
