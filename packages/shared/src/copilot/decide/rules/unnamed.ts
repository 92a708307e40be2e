import type { Rule } from "../rules.ts";

/** Nothing says what is asked about: the question back is which thing it is. */
export const unnamed: Rule = ({ question, subject }) =>
  question.isOpen || (subject.head === null && question.causes.length === 0)
    ? { decision: "Unknown", rule: "unnamed", why: { why: "which-thing" }, proofs: [] }
    : null;
