import { type ContextSource, normaliseState, type SessionContext } from "@live-copilot/shared";
import { Button } from "../../components/ui/button.tsx";
import { Choice } from "../../components/ui/choice.tsx";
import { useContextUpdate } from "./use-context-update.ts";
import { asOption, usePolicyValues } from "./use-policy-values.ts";

const FIELDS = [
  ["plan", "Plan"],
  ["state", "State"],
  ["contractType", "Contract"],
] as const;

const SOURCES: Record<ContextSource, string> = {
  agent: "you set it",
  call: "from the call",
  record: "from the record",
};

/** Whose contract applies: each value, where it came from, and a way to change it in place. */
export function ContextFields({ sessionId, context }: { sessionId: string; context: SessionContext }) {
  const values = usePolicyValues();
  const update = useContextUpdate(sessionId);
  return (
    <dl className="facts">
      {FIELDS.map(([field, label]) => {
        const fact = context[field];
        const value =
          fact && (field === "state" ? normaliseState(fact.value) : asOption(values[field], fact.value));
        return (
          <div key={field} className="fact">
            <dt>{label}</dt>
            <dd>
              <Choice
                label={label}
                value={value}
                options={values[field]}
                onChoose={(chosen) => update({ [field]: chosen })}
                extra={
                  fact?.source === "agent"
                    ? (close) => (
                        <TakeBack
                          onClick={() => {
                            update({ [field]: null });
                            close();
                          }}
                        />
                      )
                    : undefined
                }
              />
              <small>{fact ? SOURCES[fact.source] : ""}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function TakeBack({ onClick }: { onClick: () => void }) {
  return (
    <div className="pop-foot">
      <Button look="ghost" onClick={onClick}>
        Take back what I set
      </Button>
    </div>
  );
}
