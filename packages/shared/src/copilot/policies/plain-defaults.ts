import type { FrontMatter, FrontMatterKey, FrontMatterValue } from "./read-front-matter.ts";

/** What the front matter of a document with plain headings may leave out; what it gives stands. */
export function withDefaults(front: FrontMatter, fileName: string, title: string | null): FrontMatter {
  const base = (fileName.split(/[\\/]/).at(-1) ?? "").replace(/\.[^.]*$/, "");
  const words = base
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-");
  const id = words.replace(/^[^A-Za-z0-9]+|-+$/g, "").slice(0, 200) || "document";
  const defaults: [FrontMatterKey, string][] = [
    ["document", id],
    ["title", (title ?? (base || "Document")).slice(0, 200)],
    ["version", "1"],
    ["plans", "all"],
    ["states", "all"],
    ["contractTypes", "all"],
  ];
  const values = new Map<FrontMatterKey, FrontMatterValue>();
  for (const [key, value] of defaults) values.set(key, { value, line: 1 });
  for (const [key, given] of front.values) values.set(key, given);
  return { ...front, values };
}
