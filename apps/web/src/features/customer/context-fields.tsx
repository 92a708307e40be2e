import { normaliseState, type SessionContext } from "@live-copilot/shared";
import { Choice } from "../../components/ui/choice.tsx";
import { BoughtFact } from "./bought-fact.tsx";
import { SOURCE_WORDS } from "./source-words.ts";
import { TakeBack } from "./take-back.tsx";
import { useContextUpdate } from "./use-context-update.ts";
import { asOption, usePolicyValues } from "./use-policy-values.ts";

const FIELDS = [
  ["plan", "Plan"],
  ["state", "State"],
  ["contractType", "Contract"],
] as const;

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
              <small>{fact ? SOURCE_WORDS[fact.source] : ""}</small>
            </dd>
          </div>
        );
      })}
      <BoughtFact fact={context.options} onChange={(options) => update({ options })} />
    </dl>
  );
}
