import { CopilotError } from "../../domain/errors.ts";
import type { Advice, AdviceRequest, ProposedCitation } from "../advice.ts";
import { answerSchema, type ModelAnswer } from "./answer-schema.ts";
import { promptId } from "./case-data.ts";

const SCRIPT_CHARACTERS = 900;
const LINE_CHARACTERS = 200;
const CITATIONS = 3;
const STEPS = 3;

/**
 * A model's answer as advice: clause ids become the request's hits, and evidence of other ids is dropped. Throws
 * CopilotError UNAVAILABLE when the text is no JSON, breaks the schema or has no script; the message holds none of it.
 */
export function readAnswer(text: string, request: AdviceRequest): Advice {
  const answer = parsed(text);
  const script = line(answer.script);
  if (script === "" || script.length > SCRIPT_CHARACTERS) throw unreadable();
  const asked = line(answer.clarifyingQuestion ?? "");
  return {
    decision: answer.decision,
    reason: line(answer.reason).replace(/\.$/, "").slice(0, LINE_CHARACTERS),
    script,
    citations: citationsOf(answer, request),
    nextSteps: answer.nextSteps
      .map((step) => line(step).slice(0, LINE_CHARACTERS))
      .filter((step) => step !== "")
      .slice(0, STEPS),
    ...(asked === "" ? {} : { clarifyingQuestion: asked.slice(0, LINE_CHARACTERS) }),
    intent: answer.intent,
  };
}

function parsed(text: string): ModelAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable();
  }
  const answer = answerSchema.safeParse(json);
  if (!answer.success) throw unreadable();
  return answer.data;
}

function citationsOf({ evidence }: ModelAnswer, { hits }: AdviceRequest): ProposedCitation[] {
  const byId = new Map(hits.map((hit, index) => [promptId(index), hit]));
  const citations = evidence.flatMap(({ clause, quote, deciding }) => {
    const hit = byId.get(clause.trim());
    return hit ? [{ clause: hit, quote, deciding }] : [];
  });
  return citations.slice(0, CITATIONS);
}

function line(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Parsers quote what they could not read; none of that goes on. */
function unreadable(): CopilotError {
  return new CopilotError("UNAVAILABLE", "The model's answer does not have the form that was asked for.");
}
