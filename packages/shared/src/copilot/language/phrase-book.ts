/** What phrases of several words mean, found in running text by the words they begin with. */
export interface PhraseBook<T> {
  /** Notes that these words in a row mean `value`; what was noted first for the same words stays. */
  add(words: readonly string[], value: T): void;
  /** The value noted for exactly these words. */
  get(words: readonly string[]): T | undefined;
  /** The longest phrase that begins at `at`, with its length in words; null where none does. */
  longestAt(words: readonly string[], at: number): Found<T> | null;
}

export interface Found<T> {
  readonly value: T;
  /** Words it takes. */
  readonly length: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/** A book that holds nothing yet. Looking up costs as many steps as the phrase has words. */
export function createPhraseBook<T>(): PhraseBook<T> {
  const root: Node<T> = { next: new Map() };
  return {
    add(words, value) {
      let node = root;
      for (const word of words) {
        const next: Node<T> = node.next.get(word) ?? { next: new Map() };
        node.next.set(word, next);
        node = next;
      }
      if (node !== root) node.value ??= value;
    },
    get(words) {
      let node: Node<T> | undefined = root;
      for (const word of words) node = node?.next.get(word);
      return node?.value;
    },
    longestAt(words, at) {
      let node: Node<T> | undefined = root;
      let found: Found<T> | null = null;
      for (let i = at; node && i < words.length; i++) {
        node = node.next.get(words[i] ?? "");
        if (node?.value !== undefined) found = { value: node.value, length: i - at + 1 };
      }
      return found;
    },
  };
}
