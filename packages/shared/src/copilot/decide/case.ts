import type { Customer } from "../../domain/customer.ts";
import type { ReadClause } from "../contract/contract-book.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { PolicyScope } from "../ports.ts";
import type { Question } from "../understand/question.ts";
import type { Findings } from "./findings.ts";
import type { Subject } from "./fit.ts";

/** Everything that one question is decided on. */
export interface Case {
  readonly question: Question;
  readonly subject: Subject;
  readonly findings: Findings;
  /** The clauses that answer for this customer, or for the plan that was asked about. */
  readonly clauses: readonly ReadClause[];
  readonly lexicon: Lexicon;
  readonly scope: PolicyScope;
  /** All plans that the library tells apart. */
  readonly plans: readonly string[];
  /** Names of the options that the customer bought; null where nothing says which. */
  readonly options: readonly string[] | null;
  readonly customer: Customer | null;
  /** ISO date of the answer. */
  readonly today: string;
}
