import type { ReactNode } from "react";
import "./note.css";

/** A quiet strip that says how things stand, with what can be done about it at its end. */
export function Note({
  title,
  children,
  actions,
}: {
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="note">
      <p>
        {title ? <b>{title} </b> : null}
        {children}
      </p>
      {actions ? <div className="note-actions">{actions}</div> : null}
    </div>
  );
}
