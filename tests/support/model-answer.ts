import type { ChatCompletionRequest } from "@copilotkit/aimock";

interface Clause {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

/** What a plain, honest model writes: yes, proved by the first clause of its prompt that grants something. */
export function modelAnswer({ messages }: ChatCompletionRequest): unknown {
  const data = messages.find(({ role }) => role === "user")?.content;
  const { clauses = [] }: { readonly clauses?: readonly Clause[] } = JSON.parse(String(data ?? "{}"));
  const clause = clauses.find(({ kind, text }) => kind === "coverage" && /\bcover/i.test(text)) ?? clauses[0];
  const quote = clause?.text.split(/(?<=\.)\s/)[0] ?? "";
  return {
    script: "Good news: that is covered. I will set up a visit for you now.",
    decision: "Yes",
    reason: "the contract covers it",
    evidence: clause ? [{ clause: clause.id, quote, deciding: ["cover"] }] : [],
    nextSteps: ["Open a claim"],
    clarifyingQuestion: null,
    intent: "CLAIM",
  };
}
