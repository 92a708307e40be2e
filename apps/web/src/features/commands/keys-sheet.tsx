import { Switch } from "radix-ui";
import { Sheet } from "../../components/ui/sheet.tsx";
import { type Command, keyWords } from "./command.ts";
import { listKey } from "./platform.ts";
import "./commands.css";

interface KeysSheetProps {
  readonly commands: readonly Command[];
  readonly single: boolean;
  readonly onSingle: (single: boolean) => void;
  readonly onClose: () => void;
}

const GROUPS = ["Answer", "Call", "Page"] as const;

/** Every key, and a switch for those who speak to their computer or press keys by accident. */
export function KeysSheet({ commands, single, onSingle, onClose }: KeysSheetProps) {
  return (
    <Sheet title="Keys" place="center" onClose={onClose}>
      <div className="keys">
        <label className="keys-single" htmlFor="single-keys">
          <span>Single keys act at once</span>
          <Switch.Root id="single-keys" className="switch-track" checked={single} onCheckedChange={onSingle}>
            <Switch.Thumb className="switch-thumb" />
          </Switch.Root>
        </label>
        {GROUPS.map((group) => (
          <div key={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      <kbd>{keyWords(command)}</kbd>
                    </dd>
                  </div>
                ))}
              {group === "Page" ? (
                <div>
                  <dt>All commands</dt>
                  <dd>
                    <kbd>{listKey()}</kbd>
                  </dd>
                </div>
              ) : null}
            </dl>
          </div>
        ))}
      </div>
    </Sheet>
  );
}
