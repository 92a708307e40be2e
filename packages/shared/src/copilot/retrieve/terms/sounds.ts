/** Shortest word, and shortest sound, that is taken for another: shorter ones are alike by chance. */
const MIN_WORD = 5;
const MIN_SOUND = 3;

/** Words by how they sound. */
export interface Sounds {
  /** The words that sound as this one does; none for a short one. */
  alike(word: string): readonly string[];
}

export function createSounds(words: Iterable<string>): Sounds {
  const bySound = new Map<string, string[]>();
  for (const word of words) {
    const sound = soundOf(word);
    if (sound === null) continue;
    const known = bySound.get(sound);
    if (known) known.push(word);
    else bySound.set(sound, [word]);
  }
  return {
    alike(word) {
      const sound = soundOf(word);
      return sound === null ? [] : (bySound.get(sound) ?? []);
    },
  };
}

/**
 * How an English word sounds, roughly: its consonants, those alike under one letter, none twice in a row. Speech
 * recognition and spelling err in vowels first ("frigerater", "termostat", "asbestoes"). Null for a word too short.
 */
export function soundOf(word: string): string | null {
  if (word.length < MIN_WORD || /\d/.test(word)) return null;
  const sound = word
    .replace(/tion|sion/g, "xn")
    .replace(/dg(?=[eiy])/g, "g")
    .replace(/ph/g, "f")
    .replace(/c(?=[eiy])|z/g, "s")
    .replace(/ck|[cq]/g, "k")
    .replace(/(?<=[tgrw])h/g, "")
    .replace(/(?<=.)[aeiouy]+/g, "")
    .replace(/(.)\1+/g, "$1");
  return sound.length < MIN_SOUND ? null : sound;
}
