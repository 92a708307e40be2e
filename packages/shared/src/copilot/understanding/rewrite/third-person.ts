import { PREPOSITIONS } from "../lexicon/grammar.ts";

/**
 * Puts the caller's "I" and "you" into words that read the same whoever says them: the customer, the company. Works
 * on lower-case words in question order; a name keeps its capitals.
 */
export function thirdPerson(words: readonly string[], helper: string | null): readonly string[] {
  const out: string[] = [];
  let customer = false;
  let company = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    const next = words[i + 1] ?? "";
    if (word === "i" || word === "we") {
      putSubject(out, customer ? "they" : "the customer");
      if (!customer) i += agree(words, i, out);
      else if (next === "am" || next === "was") {
        out.push(next === "am" ? "are" : "were");
        i++;
      }
      customer = true;
    } else if (word === "me" || word === "us") {
      out.push(customer ? "them" : "the customer");
      customer = true;
    } else if (word === "my" || word === "our")
      out.push(customer && next === "own" ? "their" : next === "own" ? "the customer's" : "the");
    else if (word === "mine" || word === "ours") out.push("the customer's");
    else if (word === "myself" || word === "ourselves") out.push(customer ? "themselves" : "the customer");
    else if (word === "you") {
      putSubject(out, company ? "it" : "the company");
      i += /^(?:guys|all|people|folks)$/.test(next) ? 1 : 0;
      i += agree(words, i, out);
      company = true;
    } else if (word === "your") {
      const person = /^(?:guys?|people|man|person|techs?|team)$/.test(next);
      out.push(person ? "the technician" : "the company's");
      if (person) i++;
      if (next === "own" && /^(?:guys?|people|man|person)$/.test(words[i + 2] ?? "")) {
        out.splice(-1, 1, company ? "its own technician" : "the company's own technician");
        i += 2;
      }
    } else if ((word === "he" || word === "she") && helper) {
      putSubject(out, `the ${helper}`);
    } else out.push(word);
  }
  return out;
}

/** A subject behind "do", "am", "are" or "have" makes it singular. */
function putSubject(out: string[], subject: string): void {
  const verb = out.at(-1) ?? "";
  if (subject !== "they") {
    const single: Readonly<Record<string, string>> = {
      do: "does",
      am: "is",
      are: "is",
      have: "has",
      were: "was",
    };
    if (single[verb]) out[out.length - 1] = single[verb];
  } else {
    const many: Readonly<Record<string, string>> = { am: "are", was: "were" };
    if (many[verb]) out[out.length - 1] = many[verb];
  }
  out.push(subject);
}

const AUXILIARY =
  /^(?:do|does|did|is|are|am|was|were|will|would|can|could|should|shall|may|might|must|has|have|had|not|never|also|just|still|even|actually|all|really|already)$/;
const NO_VERB =
  /^(?:again|too|or|and|but|if|when|then|now|today|the|a|my|your|out|there|here|i|you|we|they)$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  am: "is",
  are: "is",
  were: "was",
  have: "has",
  do: "does",
};
const PAST = /(?:ed|ought|aid|ent|ot|ound|oke|old|ew|elt)$/;

/** Writes the verb behind a subject in the singular where it stands as a statement ("if i cancel"). Gives words used. */
function agree(words: readonly string[], at: number, out: string[]): number {
  const verb = words[at + 1] ?? "";
  const before = out.at(-2) ?? "";
  const stated = !AUXILIARY.test(before) && at > 0 && !PREPOSITIONS.has(verb) && !NO_VERB.test(verb);
  if (!stated || verb === "") return 0;
  const irregular = IRREGULAR[verb];
  if (irregular) out.push(irregular);
  else if (AUXILIARY.test(verb) || PAST.test(verb) || !/^[a-z]{2,}$/.test(verb)) return 0;
  else if (
    /^(?:got|get|bought|had|went|came|put|cut|let|said|did|made|left|ran|lost|met|kept)$/.test(verb) &&
    verb !== "get"
  )
    return 0;
  else
    out.push(
      /(?:s|sh|ch|x|o)$/.test(verb)
        ? `${verb}es`
        : /[^aeiou]y$/.test(verb)
          ? `${verb.slice(0, -1)}ies`
          : `${verb}s`,
    );
  return 1;
}
