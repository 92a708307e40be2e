import type { PolicyClause, SuggestionCard } from "@live-copilot/shared";
import { type OpenClient, post } from "../../support/client.ts";
import { type ProbeQuestion, probeQuestions } from "./expectations.ts";

/** A probe's answer, and whether a fair reader would accept it. */
export interface ProbeAnswer {
  readonly question: ProbeQuestion;
  readonly card: SuggestionCard;
  readonly isRight: boolean;
}

export interface ProbeScope {
  readonly plan: string | null;
  readonly state: string | null;
}

/** Questions asked in one session: a session remembers its cards. */
const PER_SESSION = 12;

/** Asks a server everything that its own library answers, through `copilot.ask`. */
export async function runProbe(url: string, client: OpenClient, scope: ProbeScope): Promise<ProbeAnswer[]> {
  const questions = probeQuestions(await clausesOf(client));
  const byOptions = Map.groupBy(questions, ({ options }) => options.join());
  const batches = [...byOptions.values()].flatMap((some) =>
    Array.from({ length: Math.ceil(some.length / PER_SESSION) }, (_, i) =>
      some.slice(i * PER_SESSION, (i + 1) * PER_SESSION),
    ),
  );
  const answers: ProbeAnswer[] = [];
  for (const [index, batch] of batches.entries())
    answers.push(...(await askAll({ url, client, scope }, `probe-${index}`, batch)));
  return answers;
}

async function clausesOf({ api }: OpenClient): Promise<PolicyClause[]> {
  const { documents } = await api.policy.list.query({});
  const newest = new Map(documents.map((head) => [head.documentId, head]));
  const read = await Promise.all(
    [...newest.keys()].map((documentId) => api.policy.document.query({ documentId })),
  );
  return read.flatMap(({ clauses, ...head }) => clauses.map((clause) => ({ ...head, ...clause })));
}

interface Asking {
  readonly url: string;
  readonly client: OpenClient;
  readonly scope: ProbeScope;
}

async function askAll(
  { url, client, scope }: Asking,
  sessionId: string,
  batch: readonly ProbeQuestion[],
): Promise<ProbeAnswer[]> {
  const { api } = client;
  await post(url, { sessionId, segmentId: "s0", speaker: "AGENT", text: "hello" });
  const options = batch[0]?.options ?? [];
  await api.copilot.enable.mutate({
    sessionId,
    ...(scope.plan ? { selectedPlan: scope.plan } : {}),
    ...(scope.state ? { selectedState: scope.state } : {}),
    ...(options.length > 0 ? { options: [...options] } : {}),
  });
  const ids = await Promise.all(
    batch.map(
      async ({ ask }, i) =>
        (await api.copilot.ask.mutate({ sessionId, question: ask, requestId: `q${i}` })).cardId,
    ),
  );
  for (;;) {
    const { state } = await api.session.get.query({ sessionId });
    const cards = ids.map((id) => state.cards.find((card) => card.id === id));
    if (cards.every((card) => card && card.status !== "sources")) {
      return batch.flatMap((question, i) => (cards[i] ? [judged(question, cards[i])] : []));
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function judged(question: ProbeQuestion, card: SuggestionCard): ProbeAnswer {
  const isProved =
    question.proof.length === 0 ||
    card.citations.some(({ documentId, clauseId }) => question.proof.includes(`${documentId}#${clauseId}`));
  return { question, card, isRight: question.accept.includes(String(card.decision)) && isProved };
}
