const ENTITIES: Readonly<Record<string, string>> = {
  amp: "and",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: "–",
  mdash: "–",
  hellip: "…",
};
const MARKED =
  /<\/?[a-z][^<>]{0,200}>|https?:\/\/[^\s<>]{1,400}|[*_~`#]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u{200b}|\u{200d}|\u{20e3}|\u{fe0f}|\u{feff}|(?<!\S)[<>]+(?!\S)/giu;

/** Chat text as plain words: entities written out, markup, addresses and emoji left out. What is shown stays as it came. */
export function plainText(text: string): string {
  if (!/[<&*_~`#]|https?:|[^\p{ASCII}]/u.test(text)) return text;
  const written = text.replace(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi,
    (all, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? all;
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : " ";
    },
  );
  return written.replace(MARKED, " ");
}
