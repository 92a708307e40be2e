import { distinctOptions, sameOptions } from "@live-copilot/shared";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import { isTooMuch, typedNames } from "./typed-names.ts";

interface BoughtEditorProps {
  /** The list in force; null where it is not known. */
  readonly known: readonly string[] | null;
  readonly onSave: (options: string[]) => void;
}

/** Edits the list of options as a whole: names are typed, each can be removed, and nothing counts before Save. */
export function BoughtEditor({ known, onSave }: BoughtEditorProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState(known ?? []);
  const [typed, setTyped] = useState("");
  const names = distinctOptions([...kept, ...typedNames(typed)]);
  const tooMuch = isTooMuch(names);
  const isChanged = names.length > 0 ? !sameOptions(names, known) : known !== null && known.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !tooMuch) onSave(names);
  };
  const remove = (name: string) => {
    setKept(kept.filter((other) => other !== name));
    field.current?.focus();
  };
  return (
    <form className="bought-form" onSubmit={submit}>
      <label className="find-label" htmlFor={id}>
        Add options
      </label>
      <div className="find-row">
        <input
          id={id}
          ref={field}
          value={typed}
          placeholder="Names, with commas between"
          aria-invalid={tooMuch}
          aria-describedby={`${id}-note`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={!isChanged || tooMuch}>
          Save
        </Button>
      </div>
      <p id={`${id}-note`} className="bought-note" aria-live="polite">
        {tooMuch ? "50 options at most, each of up to 200 characters." : ""}
      </p>
      {kept.length > 0 ? <KeptNames names={kept} onRemove={remove} /> : null}
      {known?.length === 0 ? null : (
        <div className="pop-foot">
          <Button look="ghost" onClick={() => onSave([])}>
            They bought none
          </Button>
        </div>
      )}
    </form>
  );
}

function KeptNames({ names, onRemove }: { names: readonly string[]; onRemove: (name: string) => void }) {
  return (
    <ul className="bought-kept" aria-label="Bought">
      {names.map((name) => (
        <li key={name} className="chip">
          {name}
          <button type="button" aria-label={`Remove ${name}`} onClick={() => onRemove(name)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
