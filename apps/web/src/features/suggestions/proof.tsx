import type { Citation } from "@live-copilot/shared";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Quote } from "./quote.tsx";

const AT_FIRST = 3;

export function Proof({
  citations,
  onOpen,
}: {
  citations: readonly Citation[];
  onOpen: (citation: Citation) => void;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? citations : citations.slice(0, AT_FIRST);
  const more = citations.length - shown.length;
  return (
    <div className="half">
      <h3>Proof</h3>
      {shown.map((citation) => (
        <Quote
          key={`${citation.documentId}/${citation.clauseId}/${citation.quote}`}
          citation={citation}
          onOpen={onOpen}
        />
      ))}
      {more > 0 ? (
        <Button look="ghost" onClick={() => setAll(true)}>
          {more} more
        </Button>
      ) : null}
    </div>
  );
}
