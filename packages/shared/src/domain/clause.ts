import { z } from "zod";

export const CLAUSE_KINDS = ["coverage", "exclusion", "limit", "condition", "procedure", "fee"] as const;
export const clauseKindSchema = z.enum(CLAUSE_KINDS);
export type ClauseKind = z.infer<typeof clauseKindSchema>;

/** A document's head: whom it applies to and when. `null` means all. Dates are ISO dates, the last inclusive. */
export const policyHeadSchema = z.object({
  documentId: z.string(),
  title: z.string(),
  version: z.string(),
  plans: z.array(z.string()).nullable(),
  states: z.array(z.string()).nullable(),
  contractTypes: z.array(z.string()).nullable(),
  effectiveFrom: z.string().optional(),
  effectiveTo: z.string().optional(),
});
export type PolicyHead = z.infer<typeof policyHeadSchema>;

/** One clause of one version of a document. Its text never changes while the version is kept. */
export const clauseSchema = z.object({
  /** Unique in the document, stable between its versions. */
  clauseId: z.string(),
  /** The headings above it, "4 Cooling › 4.1 Air conditioning". */
  section: z.string(),
  kind: clauseKindSchema,
  text: z.string(),
  /** The clause of a more general document that this one changes. */
  amends: z.string().optional(),
});
export type Clause = z.infer<typeof clauseSchema>;

/** A clause with its document's head: what retrieval gives and a citation points to. */
export const policyClauseSchema = policyHeadSchema.extend(clauseSchema.shape);
export type PolicyClause = z.infer<typeof policyClauseSchema>;

export const policyDocumentSchema = policyHeadSchema.extend({ clauses: z.array(clauseSchema) });
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;

/** A document in a list. */
export const policySummarySchema = policyHeadSchema.extend({ clauseCount: z.number().int() });
export type PolicySummary = z.infer<typeof policySummarySchema>;

/** A clause that a search found. Scores compare within one answer only. */
export const policyHitSchema = policyClauseSchema.extend({ score: z.number() });
export type PolicyHit = z.infer<typeof policyHitSchema>;
