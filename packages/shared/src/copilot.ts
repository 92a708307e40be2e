export type {
  Advice,
  AdviceRequest,
  CheckedAdvice,
  ExtractedQuestion,
  ModelUsage,
  ProposedCitation,
  SpokenLine,
} from "./copilot/advice.ts";
export { adviseByRules, type RulesAnswer, withSearch } from "./copilot/advise-by-rules.ts";
export { answerAgain, staleCards, unwrittenAgain } from "./copilot/answer-again.ts";
export type { UnwrittenCard } from "./copilot/card-facts.ts";
export { checkCitations } from "./copilot/check-citations.ts";
export { checkDecision, draftGate } from "./copilot/check-decision.ts";
export { type ContractBook, readContracts } from "./copilot/contract/contract-book.ts";
export type { CopilotDeps } from "./copilot/deps.ts";
export { callerSubject, findCustomer } from "./copilot/find-customer.ts";
export { type FollowOptions, followSession } from "./copilot/follow-session.ts";
export { type InOrder, inOrder } from "./copilot/in-order.ts";
export { maskNumbers } from "./copilot/mask-numbers.ts";
export { patiently } from "./copilot/patiently.ts";
export { toE164 } from "./copilot/phone-number.ts";
export { headOf, readClauses, summaryOf } from "./copilot/policies/document-parts.ts";
export type { FileProblem } from "./copilot/policies/file-problem.ts";
export {
  type IngestOptions,
  ingestDocuments,
  isSynonymsFile,
  type PolicyFile,
} from "./copilot/policies/ingest-documents.ts";
export { nearestName } from "./copilot/policies/nearest-name.ts";
export {
  MAX_POLICY_FILE,
  type ParsedPolicyFile,
  parsePolicyFile,
} from "./copilot/policies/parse-policy-file.ts";
export { type ParsedSynonyms, parseSynonyms } from "./copilot/policies/parse-synonyms.ts";
export {
  isChange,
  type LibraryPlan,
  planPut,
  planRetire,
  planSynonyms,
  type StoredLibrary,
} from "./copilot/policies/plan-library-change.ts";
export type {
  AdviceStep,
  Advisor,
  Appended,
  Clock,
  CustomerDirectory,
  Draft,
  DueSession,
  Embedder,
  LibraryChange,
  LibraryPut,
  PageOptions,
  PolicyIndex,
  PolicyLibrary,
  PolicyQuery,
  PolicyScope,
  SessionHead,
  SessionLog,
  SessionPage,
  SessionQuery,
  Signals,
  Synonyms,
} from "./copilot/ports.ts";
export { ANSWER_JSON_SCHEMA } from "./copilot/prompts/answer-schema.ts";
export { callerWords } from "./copilot/prompts/caller-words.ts";
export { readAnswer } from "./copilot/prompts/read-answer.ts";
export { createScriptReader } from "./copilot/prompts/script-reader.ts";
export { type Prompt, writePrompt } from "./copilot/prompts/write-prompt.ts";
export {
  type CheckResult,
  isCurrent,
  type Qualification,
  qualificationSchema,
  qualifyModel,
} from "./copilot/qualify/qualify-model.ts";
export { repeat } from "./copilot/repeat.ts";
export {
  indexedText,
  type LibrarySnapshot,
  takeSnapshot,
} from "./copilot/retrieve/library/library-snapshot.ts";
export { createSearchMemory } from "./copilot/retrieve/library/search-memory.ts";
export { nearestClauses } from "./copilot/retrieve/nearest-clauses.ts";
export type { ScopeFilter } from "./copilot/retrieve/scope-filter.ts";
export { termsOf } from "./copilot/retrieve/terms/terms.ts";
export { type WeighedTerm, weighQuery } from "./copilot/retrieve/terms/weigh-query.ts";
export { createWordBook } from "./copilot/retrieve/terms/word-book.ts";
export { draftKey } from "./copilot/signals/draft-key.ts";
export { createDraftListeners, type DraftListeners } from "./copilot/signals/draft-listeners.ts";
export { createDraftPace, type DraftPace } from "./copilot/signals/draft-pace.ts";
export { createHintBoard, type HintBoard } from "./copilot/signals/hint-board.ts";
export { createOpenDrafts, type OpenDrafts, type OpenDraftsOptions } from "./copilot/signals/open-drafts.ts";
export { type ClosedTurn, takeTurns } from "./copilot/take-turns.ts";
export { HOME_TRADE } from "./copilot/trade/home/home-trade.ts";
export { NO_TRADE, type Trade } from "./copilot/trade/trade.ts";
export { asksSomething } from "./copilot/understand/asks-something.ts";
export {
  type AskedBefore,
  type QuestionRelation,
  type ReadQuestion,
  readAsk,
  readTurn,
  type TurnInput,
  type TurnReading,
} from "./copilot/understand/read-turn.ts";
export { createWakeMark } from "./copilot/wake-mark.ts";
export { warmUp } from "./copilot/warm-up.ts";
export { within } from "./copilot/within.ts";
export { type ClaimedTurn, workTurn } from "./copilot/work-turn.ts";
export { modelIntentFact, type WrittenSuggestion, writeSuggestion } from "./copilot/write-suggestion.ts";
