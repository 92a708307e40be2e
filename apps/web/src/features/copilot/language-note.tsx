import type { CallerLanguage } from "@live-copilot/shared";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Note } from "../../components/ui/note.tsx";

const NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** Says, until it is closed, that the caller speaks a language that nothing is looked up in, and what helps. */
export function LanguageNote({ spoken: { language, library } }: { spoken: CallerLanguage }) {
  const [closed, setClosed] = useState<string | null>(null);
  if (closed === language) return null;
  return (
    <Note
      title={`The caller seems to speak ${nameOf(language)}.`}
      actions={<Button onClick={() => setClosed(language)}>Dismiss</Button>}
    >
      Answers are looked up in {nameOf(library)} only: type the question in {nameOf(library)}, or bring in an
      interpreter.
    </Note>
  );
}

/** A code that is newer than the browser is shown as it is. */
function nameOf(language: string): string {
  try {
    return NAMES.of(language) ?? language;
  } catch {
    return language;
  }
}
