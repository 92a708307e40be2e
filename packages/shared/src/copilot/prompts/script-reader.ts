/** The fields of an answer that are shown before it is whole. */
export interface ScriptSoFar {
  /** Absent until it is whole; null where the model wrote null. */
  readonly decision?: string | null;
  /** The script's text as far as it has come; never half a character. */
  readonly script: string;
}

/** Reads an answer while it arrives. */
export interface ScriptReader {
  /** Takes the next piece of the JSON text, cut anywhere, and gives what is known by now. */
  read(piece: string): ScriptSoFar;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/**
 * A reader of the top-level fields `decision` and `script` of one JSON object. It checks nothing: whether the text is
 * JSON, and of the schema, is found out when it is whole. Text costs its length once, however it is cut.
 */
export function createScriptReader(): ScriptReader {
  const state = { depth: 0, inString: false, escape: "", key: "", isValue: false, text: "", bare: "" };
  const fields = new Map<string, string | null>();
  const wanted = () =>
    state.depth === 1 && state.isValue && (state.key === "script" || state.key === "decision");

  const inside = (character: string) => {
    if (state.escape !== "") {
      state.escape += character;
      const done = unescaped(state.escape);
      if (done === null) return;
      state.text += done;
      state.escape = "";
    } else if (character === "\\") state.escape = character;
    else if (character === '"') endString();
    else state.text += character;
  };
  const endString = () => {
    state.inString = false;
    if (state.depth === 1 && !state.isValue) state.key = state.text;
    else if (wanted()) fields.set(state.key, state.text);
  };
  const outside = (character: string) => {
    if (character === '"') Object.assign(state, { inString: true, text: "" });
    else if (character === "{" || character === "[") state.depth += 1;
    else if (character === "}" || character === "]") state.depth -= 1;
    else if (state.depth === 1 && character === ":") Object.assign(state, { isValue: true, bare: "" });
    else if (state.depth === 1 && character === ",") state.isValue = false;
    else if (wanted()) {
      state.bare += character.trim();
      if (state.bare === "null") fields.set(state.key, null);
    }
  };

  return {
    read(piece) {
      for (const character of piece) (state.inString ? inside : outside)(character);
      const open = state.inString && wanted() && state.key === "script" ? state.text : undefined;
      const decision = fields.get("decision");
      const script = wholeCharacters(open ?? fields.get("script") ?? "");
      return decision === undefined ? { script } : { decision, script };
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
