/**
 * Something that contracts have a clause about and callers speak of in words of their own: how soon somebody comes,
 * a second opinion, damage done by pests.
 */
export interface Matter {
  readonly name: string;
  /**
   * How callers put it, one phrase a line. Words are compared by their stems; "a|b" is either, ".." stands for up to
   * six words between. Short forms are written out: "will not", not "won't".
   */
  readonly said: string;
  /** What contracts call it: the words to search by. */
  readonly sought: string;
  /** What a clause about it has in its heading or text, so that a chance word in common is not enough. */
  readonly sign: RegExp;
}
