/**
 * Characters that mean something to a program that reads a prompt, or that a text could be split at: those of the chat
 * templates' own marks ("<|im_end|>", "[INST]", "</s>"), of Markdown's fences, and line ends that JSON lets pass.
 */
const MARKS = /[<>[\]`\u007f-\u009f\u2028\u2029\ufeff]/g;

/**
 * Data as one line of JSON that no text inside it can get out of. JSON's own quoting ends no string early; the marks
 * that JSON lets pass inside strings are written as escapes, so that a server's template does not see them either.
 * Reading it as JSON gives the same data again.
 */
export function encodeData(data: unknown): string {
  const json = JSON.stringify(data);
  let encoded = "";
  let inString = false;
  for (const part of json.split(/("(?:[^"\\]|\\.)*")/)) {
    encoded += inString ? part.replace(MARKS, escaped) : part;
    inString = !inString;
  }
  return encoded;
}

function escaped(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
