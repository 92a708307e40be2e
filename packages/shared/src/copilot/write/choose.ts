/** One of several phrasings, always the same for the same question. */
export function choose<T>(options: readonly [T, ...T[]], question: string): T {
  let hash = 2166136261;
  for (let at = 0; at < question.length; at += 1) hash = Math.imul(hash ^ question.charCodeAt(at), 16777619);
  return options[(hash >>> 0) % options.length] ?? options[0];
}
