import {
  type Advice,
  adviseByRules,
  type ContractBook,
  HOME_TRADE,
  parsePolicyFile,
  readContracts,
  readTurn,
  withSearch,
} from "@live-copilot/shared/copilot";

/** Who asks: what the rules hold a question against. */
export interface Asker {
  readonly plan: string | null;
  readonly state?: string;
  readonly options?: readonly string[];
}

/** The contracts of these files, read as the server reads them. */
export function bookOf(files: readonly { name: string; text: string }[]): ContractBook {
  const clauses = files.flatMap(({ name, text }) => {
    const { document, errors } = parsePolicyFile(name, text);
    if (!document) throw new Error(`${name}: ${errors[0]?.message}`);
    const { clauses: own, ...head } = document;
    return own.map((clause) => ({ ...head, ...clause }));
  });
  return readContracts(clauses, { synonyms: [], trade: HOME_TRADE });
}

/** One turn of a caller, read and answered by the rules: an answer for each question, in the order of asking. */
export function answersTo(
  book: ContractBook,
  text: string,
  { plan, state, options = [] }: Asker,
): readonly Advice[] {
  const segments = [{ segmentId: "s", text }];
  const { questions } = readTurn({ segments, before: [], asked: [], intent: null, book, synonyms: [] });
  const scope = { plan, state: state ?? null, contractType: null, at: "2026-11-26" };
  return questions.map(({ question }) => {
    const request = { question: withSearch(question), scope, today: "2026-11-26", customer: null };
    return adviseByRules(book, { ...request, options: options.length > 0 ? options : null }).advice;
  });
}
