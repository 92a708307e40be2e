import type { Synonyms } from "../../ports.ts";
import { createSounds } from "./sounds.ts";
import { isContent, stemOf, wordsOf } from "./terms.ts";

/** Weight of a group's other wordings beside one that is the library's own. */
const BESIDE = 0.6;

interface Wording {
  readonly group: number;
  /** Stems of all its words, in order. */
  readonly stems: readonly string[];
  /** Stems of its content words. */
  readonly terms: readonly string[];
}

/** Groups of wordings that mean the same, found in running text whether they are of one word or of several. */
export interface SynonymBook {
  /** Notes which wordings the library itself uses: only they are worth searching by. */
  note(text: string): void;
  /**
   * What else to search by, with a weight up to 1 for each stem: the library's wordings of every group of which the
   * text holds one. The words of a wording share its weight, which is less where the library uses the caller's
   * wording too: then that finds enough by itself. A word that no group has is taken for one that sounds alike.
   */
  expand(words: readonly string[]): ReadonlyMap<string, number>;
}

export function createSynonymBook(groups: Synonyms): SynonymBook {
  const wordings = groups.flatMap((group, index) => group.map((wording) => readWording(wording, index)));
  const byFirst = Map.groupBy(wordings, ({ stems }) => stems[0] ?? "");
  const known = new Set(wordings.flatMap(({ stems }) => stems));
  const sounds = createSounds(known);
  const heard = (stem: string) => (known.has(stem) ? stem : (sounds.alike(stem)[0] ?? stem));
  const used = new Map<number, Set<Wording>>();
  return {
    note(text) {
      for (const wording of findWordings(byFirst, wordsOf(text).map(stemOf))) {
        const others = used.get(wording.group);
        if (others) others.add(wording);
        else used.set(wording.group, new Set([wording]));
      }
    },
    expand(words) {
      const weights = new Map<string, number>();
      const said = findWordings(byFirst, words.map(stemOf).map(heard));
      for (const group of new Set([...said].map(({ group }) => group))) {
        const wordings = used.get(group) ?? [];
        const share = [...wordings].some((wording) => said.has(wording)) ? BESIDE : 1;
        for (const wording of wordings) {
          if (said.has(wording)) continue;
          for (const term of wording.terms) {
            weights.set(term, Math.max(weights.get(term) ?? 0, share / wording.terms.length));
          }
        }
      }
      return weights;
    },
  };
}

function readWording(wording: string, group: number): Wording {
  const words = wordsOf(wording);
  const content = words.filter(isContent);
  return { group, stems: words.map(stemOf), terms: (content.length > 0 ? content : words).map(stemOf) };
}

/** Every wording that stands in a row of stems. */
function findWordings(
  byFirst: ReadonlyMap<string, readonly Wording[]>,
  stems: readonly string[],
): Set<Wording> {
  const found = new Set<Wording>();
  for (const [start, stem] of stems.entries()) {
    for (const wording of byFirst.get(stem) ?? []) {
      if (wording.stems.every((each, offset) => stems[start + offset] === each)) found.add(wording);
    }
  }
  return found;
}
