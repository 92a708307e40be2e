import { type Clause, type PolicyDocument, stateName } from "@live-copilot/shared";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { day } from "../../components/text/clock.ts";
import { failureWords } from "../../components/text/failure.ts";
import { Button } from "../../components/ui/button.tsx";
import { Empty, Waiting } from "../../components/ui/empty.tsx";
import { Sheet } from "../../components/ui/sheet.tsx";
import { useApi } from "../../trpc.ts";
import "./clause-sheet.css";

/** Where a quote stands. */
export interface ClausePlace {
  readonly documentId: string;
  readonly version: string;
  readonly clauseId: string;
  readonly title: string;
}

/** A document beside the page, opened at one clause. Esc closes it and the focus returns. */
export function ClauseSheet({ place, onClose }: { place: ClausePlace; onClose: () => void }) {
  const { client } = useApi();
  const { documentId, version } = place;
  const document = useQuery({
    queryKey: ["policy.document", documentId, version],
    queryFn: () => client.policy.document.query({ documentId, version }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Sheet title={place.title} place="side" onClose={onClose}>
      {document.isPending ? <Waiting lines={9} label="Opening the document" /> : null}
      {document.isError ? (
        <Empty
          title="The document could not be opened"
          actions={<Button onClick={() => document.refetch()}>Try again</Button>}
        >
          {failureWords(document.error)}
        </Empty>
      ) : null}
      {document.data ? <DocumentText document={document.data} clauseId={place.clauseId} /> : null}
    </Sheet>
  );
}

function DocumentText({ document, clauseId }: { document: PolicyDocument; clauseId: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <article className="document sheet-first" tabIndex={0} aria-label="Text of the document">
      <p className="document-head">{headWords(document)}</p>
      {document.clauses.map((clause, index) => (
        <ClauseText
          key={clause.clauseId}
          clause={clause}
          before={document.clauses[index - 1]}
          cited={clause.clauseId === clauseId}
        />
      ))}
    </article>
  );
}

interface ClauseTextProps {
  readonly clause: Clause;
  readonly before: Clause | undefined;
  readonly cited: boolean;
}

function ClauseText({ clause, before, cited }: ClauseTextProps) {
  const headings = clause.section.split(" › ");
  const chapter = headings.slice(0, -1).join(" › ");
  const sameChapter = before?.section.split(" › ").slice(0, -1).join(" › ") === chapter;
  // A document without chapters has its clauses right below its title.
  const Heading = chapter ? "h4" : "h3";
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (cited) place.current?.scrollIntoView({ block: "center" });
  }, [cited]);
  return (
    <>
      {chapter && !sameChapter ? <h3 className="chapter">{chapter}</h3> : null}
      <section ref={place} className={`clause ${cited ? "cited" : ""}`} aria-label={headings.at(-1)}>
        <Heading className="clause-name">
          {headings.at(-1)}
          {cited ? <span className="chip">quoted</span> : null}
        </Heading>
        <p>{clause.text}</p>
      </section>
    </>
  );
}

/** Whom the document applies to and when. */
function headWords({
  version,
  plans,
  states,
  contractTypes,
  effectiveFrom,
  effectiveTo,
}: PolicyDocument): string {
  const parts = [
    `Version ${version}`,
    plans ? plans.join(", ") : "every plan",
    states ? states.map(stateName).join(", ") : "every state",
    contractTypes?.join(", "),
    effectiveFrom && `from ${day(effectiveFrom)}`,
    effectiveTo && `to ${day(effectiveTo)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
