import type { Citation } from "@live-copilot/shared";
import type { ReactNode } from "react";
import { Icon } from "../../components/ui/icon.tsx";

/** The deciding words marked inside their sentence. Marks that overlap or run over are cut to fit. */
export function MarkedQuote({ quote, marks }: Pick<Citation, "quote" | "marks">) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max(at, from);
    const end = Math.min(to, quote.length);
    if (end <= start) continue;
    parts.push(quote.slice(at, start), <mark key={start}>{quote.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {quote.slice(at)}
    </>
  );
}

/** "Texas Amendment · 1. Service fee in Texas": the document and the innermost heading. */
export function sourceName({ title, section }: Pick<Citation, "title" | "section">): string {
  const heading = section.split(" › ").at(-1) ?? "";
  return heading && heading !== title ? `${title} · ${heading}` : title;
}

export function Quote({ citation, onOpen }: { citation: Citation; onOpen: (citation: Citation) => void }) {
  return (
    <figure className="cite">
      <blockquote>
        <MarkedQuote quote={citation.quote} marks={citation.marks} />
      </blockquote>
      <figcaption>
        <button type="button" className="source" onClick={() => onOpen(citation)}>
          <Icon name="doc" />
          <span>{sourceName(citation)}</span>
        </button>
      </figcaption>
    </figure>
  );
}
