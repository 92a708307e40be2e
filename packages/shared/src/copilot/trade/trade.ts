/**
 * What one trade knows, as plain data that is replaced as a whole: another trade is another folder. Each part is a text
 * of one entry a line: `name = other, names | key: values, by commas`. Lines that begin with `#` are remarks.
 */
export interface Trade {
  /** What a contract may name. Keys: `kinds`, `parts`, `in` (groups), `brands`, `says` (how callers put it), `drains` (what
   * backs up in it is its drain), `trouble` (that there is one is what is
   * wrong), `anywhere` (a part of whatever it is said to be in or on). */
  readonly things: string;
  /** Parts of things. Keys: `of` (what they practically always belong to). */
  readonly parts: string;
  /** Why things fail. Keys: `wider`, `signs` (how callers tell it), `not` (other senses), `of` (what it is of), `spares`
   * (things of which the word is a symptom: an air conditioner that froze up met no frost). In
   * names "…" stands for up to four words, "installed … wrong", and "……" for up to nine: who did it and what was done,
   * each with others beside it, "dog/cat …… chewed/bit". */
  readonly causes: string;
  /** How callers say that a thing failed. Keys: `of` (the thing that it implies), `means` (causes). */
  readonly symptoms: string;
  /** What is damaged or lost through a failure. Keys: `in` (groups that contracts name), `stay` (somewhere to be put up). */
  readonly losses: string;
  /**
   * Matters between a customer and the company. Keys: `says`, `asks` (amount, time, who, how, yesno), `cost` (somebody
   * may demand it), `of` (failure: it
   * is of what the same turn reports, so that the report asks nothing besides).
   */
  readonly dealings: string;
  /** What endangers people. Keys: `first` (the sentence to say before anything else). */
  readonly dangers: string;
  /** Words that name a thing only together with the talk around them. Keys: `empty` (they say nothing even then). */
  readonly vague: string;
}

/** A trade that knows nothing: what remains is the library's own words. */
export const NO_TRADE: Trade = {
  things: "",
  parts: "",
  causes: "",
  symptoms: "",
  losses: "",
  dealings: "",
  dangers: "",
  vague: "",
};
