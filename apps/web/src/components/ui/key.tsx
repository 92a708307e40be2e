import "./key.css";

/** A key as it is written where it acts; screen readers learn it from the list of keys. */
export function Key({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  );
}
