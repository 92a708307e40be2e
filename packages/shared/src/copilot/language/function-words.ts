import { stemOf } from "./tokens.ts";

const WORDS =
  "a an the my our your his her its their this that these those some any all both each every either one ones own other another such same no not only just also too very really and or but nor so if of in on at to from for with without by as than into onto over under up out off down about around i you he she it we they me him us them who which what is are was were be been being am do does did have has had can could will would shall should may might must there here when where how why whether because while until unless except including include included etc please";

const STEMS = new Set(WORDS.split(" ").flatMap((word) => [word, stemOf(word)]));

/** Whether a word only holds others together: it names nothing. */
export function isFunctionWord(stem: string): boolean {
  return STEMS.has(stem);
}
