export { distinctOptions, sameOptions } from "./domain/bought-options.ts";
export { type CallerLanguage, callerLanguageSchema } from "./domain/caller-language.ts";
export { type CallsSummary, callsSummarySchema, type Quantiles } from "./domain/calls-summary.ts";
export { changedParts } from "./domain/changed-parts.ts";
export {
  CLAUSE_KINDS,
  type Clause,
  type ClauseKind,
  clauseKindSchema,
  clauseSchema,
  type PolicyClause,
  type PolicyDocument,
  type PolicyHead,
  type PolicyHit,
  type PolicySummary,
  policyClauseSchema,
  policyDocumentSchema,
  policyHeadSchema,
  policyHitSchema,
  policySummarySchema,
} from "./domain/clause.ts";
export {
  type AnswerContext,
  answerContextSchema,
  CONTEXT_FIELDS,
  type ContextField,
  type ContextLayers,
  type ContextSource,
  type ContextValues,
  contextSourceSchema,
  contextValuesSchema,
  NO_CONTEXT,
  NO_LAYERS,
  resolveContext,
  type SessionContext,
  sessionContextSchema,
} from "./domain/context.ts";
export {
  type Claim,
  type Customer,
  type CustomerMatch,
  claimSchema,
  customerMatchSchema,
  customerSchema,
  type Limit,
  limitSchema,
} from "./domain/customer.ts";
export {
  CopilotError,
  type CopilotErrorOptions,
  type FieldError,
  isUnavailable,
  REASONS,
  type Reason,
} from "./domain/errors.ts";
export { type Intent, type IntentLabel, intentLabelSchema, intentSchema } from "./domain/intent.ts";
export { type ModelStatus, modelStatusSchema } from "./domain/model-status.ts";
export {
  documentsInScope,
  openRestrictions,
  type PolicyScope,
  versionInForce,
} from "./domain/policy-scope.ts";
export {
  copilotAskInput,
  copilotDisableInput,
  copilotEnableInput,
  customerLookupInput,
  insightsSummaryInput,
  policyDocumentInput,
  policyIngestInput,
  policyListInput,
  policyRemoveInput,
  policySearchInput,
  samplesReplayInput,
  samplesStopInput,
  sessionEndInput,
  sessionFollowInput,
  sessionGetInput,
  sessionIdSchema,
  sessionListInput,
  sessionOnListInput,
  suggestionFeedbackInput,
  updateContextInput,
} from "./domain/procedures.ts";
export {
  type AskedQuestion,
  askedQuestionSchema,
  type QuestionKind,
  questionKindSchema,
} from "./domain/question.ts";
export {
  type SegmentFact,
  type Speaker,
  segmentFactSchema,
  speakerSchema,
  type TranscriptSegment,
  transcriptSegmentSchema,
} from "./domain/segment.ts";
export {
  type EventOf,
  type FactData,
  type FactKind,
  factSchemas,
  type NewFact,
  type SessionEvent,
} from "./domain/session-event.ts";
export {
  emptySessionMemory,
  isEmptyUpdate,
  type Remembered,
  recordValues,
  remember,
  rememberNext,
  type SessionMemory,
} from "./domain/session-memory.ts";
export {
  applyUpdate,
  CARDS_KEPT,
  type CardMarks,
  type CopilotStatus,
  cardMarksSchema,
  copilotStatusSchema,
  emptySessionState,
  type SessionState,
  type SuggestionUpdate,
  sessionStateSchema,
  sessionStatusSchema,
  suggestionUpdateSchema,
} from "./domain/session-state.ts";
export {
  type SessionSummary,
  type SummaryDetails,
  type SummaryPatch,
  sessionSummarySchema,
  summaryDetails,
  summaryDetailsSchema,
  summaryPatch,
} from "./domain/session-summary.ts";
export {
  type CardStatus,
  type CardTimings,
  type Citation,
  cardStatusSchema,
  cardTimingsSchema,
  citationSchema,
  type Decision,
  decisionSchema,
  type FeedbackKind,
  feedbackKindSchema,
  type Notice,
  noticeSchema,
  type ScriptDraft,
  type SuggestionCard,
  scriptDraftSchema,
  suggestionCardSchema,
} from "./domain/suggestion.ts";
export { EMPTY_TURN_BOOK, noteTurns, type TurnBook } from "./domain/turn-book.ts";
export { nameKey, normaliseState, stateName, US_STATES } from "./domain/us-state.ts";
export { MAX_TEXT, type PlainEvent, plainEventSchema } from "./domain/webhook-body.ts";
