import { Checkbox } from "radix-ui";
import { createContext, use, useId } from "react";
import { Icon } from "../../components/ui/icon.tsx";

/** Which steps are ticked, as `<card id>:<step>`; held above the cards so that it outlives a change of stage. */
export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

export const TicksContext = createContext<Ticks>({ ticked: new Set(), toggle: () => {} });

export function NextSteps({ cardId, steps }: { cardId: string; steps: readonly string[] }) {
  return (
    <div className="half">
      {steps.length > 0 ? <h3>Next steps</h3> : null}
      <ul className="steps">
        {steps.map((step) => (
          <Step key={step} step={step} tick={`${cardId}:${step}`} />
        ))}
      </ul>
    </div>
  );
}

function Step({ step, tick }: { step: string; tick: string }) {
  const { ticked, toggle } = use(TicksContext);
  const id = useId();
  return (
    <li>
      <Checkbox.Root id={id} className="tick" checked={ticked.has(tick)} onCheckedChange={() => toggle(tick)}>
        <Checkbox.Indicator>
          <Icon name="check" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label htmlFor={id}>{step}</label>
    </li>
  );
}
