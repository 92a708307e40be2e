/** OpenAI takes 2,048 texts and 300,000 tokens a request; a token is seldom less than a character. */
const MOST_TEXTS = 1_024;
const MOST_CHARACTERS = 250_000;

/** Texts in their order, in batches that one request takes: bounded in number and in characters, none of them empty. */
export function splitBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = 0;
  for (const text of texts) {
    const batch = batches.at(-1);
    if (batch && batch.length < MOST_TEXTS && characters + text.length <= MOST_CHARACTERS) {
      batch.push(text);
      characters += text.length;
    } else {
      batches.push([text]);
      characters = text.length;
    }
  }
  return batches;
}
