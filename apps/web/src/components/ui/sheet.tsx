import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./sheet.css";

interface SheetProps {
  readonly title: string;
  /** `side` stands at the right edge, `center` in the upper middle. */
  readonly place: "side" | "center";
  /** Esc, the button or a click beside it. What should have the focus first bears the class `sheet-first`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal on the browser's own dialog: it keeps the focus, closes on Esc and gives the focus back. */
export function Sheet({ title, place, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(".sheet-first")?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Esc, which the dialog handles itself
    <dialog
      ref={dialog}
      className={`sheet ${place}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="sheet-body">
        <header className="sheet-head">
          <h2>{title}</h2>
          <Button look="ghost" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
