import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";
import type { Customer } from "../../domain/customer.ts";
import type { AdviceRequest } from "../advice.ts";
import { callerLines, callerWords } from "./caller-words.ts";

const CLAUSE_CHARACTERS = 4_000;
const CLAIMS = 10;

/**
 * A case as a model reads it. No name, number, address or id of the customer's is in it. `c1`, `c2` … are the request's
 * hits in their order.
 */
export function caseData(request: AdviceRequest) {
  const { question, scope, customer, options, hits, today } = request;
  return {
    today,
    customer: {
      plan: scope.plan,
      state: scope.state,
      contractType: scope.contractType,
      optionsBought: options,
      contractStart: customer?.contractStart ?? null,
      clausesInForceOn: scope.at,
      claims: claimsOf(customer),
      limits: limitsOf(customer),
    },
    clauses: hits.map((hit, index) => clauseData(hit, index, hits)),
    caller: {
      transcript: callerLines(request),
      situation: callerWords(question.situation, customer),
      question: callerWords(question.text, customer),
      kind: question.kind,
    },
  };
}

/** The id under which a hit is named in the prompt. */
export function promptId(index: number): string {
  return `c${index + 1}`;
}

function clauseData(hit: PolicyHit, index: number, hits: readonly PolicyHit[]) {
  const amended = hits.findIndex((other) => other !== hit && other.clauseId === hit.amends);
  const only = onlyFor(hit);
  return {
    id: promptId(index),
    document: hit.title,
    section: hit.section,
    kind: hit.kind,
    rank: rankOf(hit),
    ...(amended < 0 ? {} : { amends: promptId(amended) }),
    ...(Object.keys(only).length === 0 ? {} : { onlyFor: only }),
    text: hit.text.slice(0, CLAUSE_CHARACTERS),
  };
}

/** 1: a state's own, 2: some plans' or contract types' own, 3: everyone's. */
function rankOf({ states, plans, contractTypes }: PolicyClause): number {
  if (states !== null) return 1;
  return plans !== null || contractTypes !== null ? 2 : 3;
}

function onlyFor({ states, plans, contractTypes }: PolicyClause) {
  return {
    ...(states === null ? {} : { states }),
    ...(plans === null ? {} : { plans }),
    ...(contractTypes === null ? {} : { contractTypes }),
  };
}

/** The newest claims; the note is left out, for it is anyone's free text. */
function claimsOf(customer: Customer | null) {
  const newest = (customer?.claims ?? []).toSorted((a, b) =>
    (b.openedAt ?? "").localeCompare(a.openedAt ?? ""),
  );
  return newest.slice(0, CLAIMS).map(({ item, status, openedAt, visitAt, amount }) => ({
    item,
    status,
    openedAt: openedAt ?? null,
    visitAt: visitAt ?? null,
    amountUsd: amount ?? null,
  }));
}

function limitsOf(customer: Customer | null) {
  return (customer?.limits ?? []).map(({ name, total, used }) => ({
    name,
    totalUsd: total,
    leftUsd: Math.max(0, total - used),
  }));
}
