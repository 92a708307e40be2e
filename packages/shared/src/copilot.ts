export type {
  Advice,
  AdviceRequest,
  CheckedAdvice,
  ExtractedQuestion,
  ProposedCitation,
} from "./copilot/advice.ts";
export { type FollowOptions, followSession } from "./copilot/follow-session.ts";
export { toE164 } from "./copilot/phone-number.ts";
export type { FileProblem } from "./copilot/policies/file-problem.ts";
export {
  type IngestOptions,
  ingestDocuments,
  isSynonymsFile,
  type PolicyFile,
} from "./copilot/policies/ingest-documents.ts";
export {
  MAX_POLICY_FILE,
  type ParsedPolicyFile,
  parsePolicyFile,
} from "./copilot/policies/parse-policy-file.ts";
export { type ParsedSynonyms, parseSynonyms } from "./copilot/policies/parse-synonyms.ts";
export type {
  AdviceStep,
  Advisor,
  Appended,
  Clock,
  CustomerDirectory,
  Draft,
  DueSession,
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
