import type { Leaning } from "./leaning.ts";

const IMPERSONAL =
  /^(?:possible|okay|ok|true|normal|necessary|too|about|been|better|worth|legal|fine|matter|take|takes|mean|means|cost|long|soon|work|supposed|run)$/;

/** Puts what it stands for in the place of the first pronoun that stands for a thing. */
export function resolvePronoun(words: readonly string[], { referent, matter }: Leaning): readonly string[] {
  const text = matter ? `the ${matter}` : referent?.text;
  if (!text) return words;
  const old = /\b(?:the|this|that) (old|new|other|broken|big|little) one\b/.exec(words.join(" "));
  if (old && !matter && referent && referent.sort !== "surface")
    return words
      .join(" ")
      .replace(old[0], referent.text.replace(/^the /, `the ${old[1]} `))
      .split(" ");
  const fresh = /\b(a|another) (new|different|better|other) one\b/.exec(words.join(" "));
  if (fresh && referent) {
    const bare = referent.whole.replace(/^the /, "");
    return words.join(" ").replace(fresh[0], `${fresh[1]} ${fresh[2]} ${bare}`).split(" ");
  }
  if (!matter && referent?.sort === "unknown") return words;
  const at = words.findIndex((word, i) => pointsAtThing(words, word, i));
  // Behind another name a pronoun stands for that one as likely as for what was said before.
  if (at < 0 || words.slice(1, at).some((word) => /^(?:the|a|an|my|our)$/.test(word))) return words;
  const length = /^(?:one|thing|ones|things)$/.test(words[at + 1] ?? "") ? 2 : 1;
  return [...words.slice(0, at), ...text.split(" "), ...words.slice(at + length)];
}

function pointsAtThing(words: readonly string[], word: string, at: number): boolean {
  const next = words[at + 1] ?? "";
  const before = words[at - 1] ?? "";
  if (word === "it") return !IMPERSONAL.test(next) && !/^(?:a|an|my|the|that|if|like)$/.test(next);
  if (word === "this" || word === "that") {
    const alone =
      next === "" ||
      /^(?:one|if|too|also|or|for|myself|yourself|back|up|on|in|off|away|out|while|still|ever|doesn't|does|start|going)$/.test(
        next,
      );
    return alone && !/^(?:like|of|than|all|mean|so|after|before|about|does|how)$/.test(before);
  }
  return /^(?:them|those|these)$/.test(word) && (next === "" || /^(?:ones|too|if|or)$/.test(next));
}
