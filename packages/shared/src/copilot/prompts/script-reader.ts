/** Reads an answer's script while the answer arrives. */
export interface ScriptReader {
  /**
   * Takes the next piece of the JSON text, cut anywhere, and gives the script's text as far as it has come; never half
   * a character.
   */
  read(piece: string): string;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/**
 * A reader of the top-level field `script` of one JSON object, wherever it stands. It checks nothing: whether the text
 * is JSON, and of the schema, is found out when it is whole. Text costs its length once, however it is cut.
 */
export function createScriptReader(): ScriptReader {
  const state = { depth: 0, inString: false, sequence: "", key: "", isValue: false, text: "" };
  let script = "";

  const inside = (unit: string) => {
    if (state.sequence !== "") {
      state.sequence += unit;
      const meant = unescaped(state.sequence);
      if (meant === null) return;
      state.text += meant;
      state.sequence = "";
    } else if (unit === "\\") state.sequence = unit;
    else if (unit === '"') {
      state.inString = false;
      if (state.depth === 1 && !state.isValue) state.key = state.text;
    } else state.text += unit;
  };
  const outside = (unit: string) => {
    if (unit === '"') Object.assign(state, { inString: true, text: "" });
    else if (unit === "{" || unit === "[") state.depth += 1;
    else if (unit === "}" || unit === "]") state.depth -= 1;
    else if (state.depth === 1 && unit === ":") Object.assign(state, { isValue: true, text: "" });
    else if (state.depth === 1 && unit === ",") state.isValue = false;
  };

  return {
    read(piece) {
      for (const unit of piece) {
        (state.inString ? inside : outside)(unit);
        if (state.depth === 1 && state.isValue && state.key === "script") script = state.text;
      }
      return wholeCharacters(script);
    },
  };
}

/** What an escape stands for; null while it is not whole. */
function unescaped(sequence: string): string | null {
  const letter = sequence[1] ?? "";
  if (letter !== "u") return ESCAPES[letter] ?? letter;
  return sequence.length < 6 ? null : String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
}

/** Without the first half of a pair of which the second is still to come. */
function wholeCharacters(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
