const HOLDER =
  /\b(?:the )?(?:(?:agreement|contract|plan|policy) ?holder|covered customer|subscriber)(['’]s)?\b/gi;
const DEFINED =
  /(?<=[\w,;:] )(?:Service|Contractors?|Agreement|Term|Covered|Items?|Failures?|Contract|Company|Provider|Technicians?|Schedule|Coverage|Benefits?|Holder|Systems?|Appliances?|Repair|Team|Review|Resolution|Scope)\b/g;
const AGREEING: Readonly<Record<string, string>> = {
  is: "are",
  has: "have",
  pays: "pay",
  wishes: "wish",
  wants: "want",
  needs: "need",
};

/** A contract's sentence as one would say it: no numbering, no legal capitals, the holder addressed as "you". */
export function spoken(sentence: string): string {
  const plain = sentence
    .replace(/\s+/g, " ")
    .replace(/\s*\((?:[“"][^)]*[”"]|see [^)]*|[a-z]|[ivx]+|\d+)\)/gi, "")
    .replace(/^(?:[A-Z]?\d+(?:\.\d+)*\.?|\([a-z0-9]+\))\s+/, "")
    .replace(HOLDER, (_all, own) => (own === undefined ? "you" : "your"))
    .replace(
      /\byou (is|has|pays|wishes|wants|needs)\b/gi,
      (_all, verb: string) => `you ${AGREEING[verb.toLowerCase()] ?? verb}`,
    )
    .replace(/\bshall not\b/gi, "will not")
    .replace(/\bshall\b/gi, "will")
    .replace(DEFINED, (word) => word.toLowerCase())
    .replace(/["“”]/g, "")
    .trim();
  const ended = /[.!?]$/.test(plain) ? plain : `${plain.replace(/[,;:]$/, "")}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}
