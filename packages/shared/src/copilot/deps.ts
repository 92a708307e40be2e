import type { ContractBook } from "./contract/contract-book.ts";
import type {
  Advisor,
  Clock,
  CustomerDirectory,
  PolicyIndex,
  SessionLog,
  Signals,
  Synonyms,
} from "./ports.ts";

/** All that the copilot works with. Verbs take the part they use. */
export interface CopilotDeps {
  readonly log: SessionLog;
  readonly signals: Signals;
  readonly customers: CustomerDirectory;
  readonly index: PolicyIndex;
  /** The knowledge base's synonyms as they are now. */
  readonly synonyms: () => Synonyms;
  /** The library as it was read for this state of it. */
  readonly book: () => ContractBook;
  /** Whether the library speaks of this plan; true of every plan where it tells none apart. */
  readonly knowsPlan: (plan: string) => boolean;
  /** A model that writes; absent: the rules' answer stands. */
  readonly advisor?: Advisor | undefined;
  /** Whether the model's decisions are shown; where not, it writes and the rules decide. Absent: they are. */
  readonly mayDecide?: (() => boolean) | undefined;
  /** How long a model may take, milliseconds; then the rules' answer stands. */
  readonly advisorDeadlineMs: number;
  readonly now: Clock;
}
