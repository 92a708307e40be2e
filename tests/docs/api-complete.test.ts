import { REASONS } from "@live-copilot/shared";
import { expect, test } from "vitest";
import type { z } from "zod";
import { inputSchema } from "./input-schema.ts";
import { outsideProject } from "./outside-project.ts";
import { fencesOf, readDocument, sectionsOf, tableUnder } from "./read-document.ts";

const document = await readDocument("api.md");
const procedures = sectionsOf(document).flatMap(({ heading, text }) => {
  const [, path, type] = /^`(\w+\.\w+)` (query|mutation|subscription)$/.exec(heading) ?? [];
  return path && type ? [{ heading, path, type, text }] : [];
});

test("the document shows every procedure of the router, under its own type, and no other", async () => {
  await using project = await outsideProject();
  const shown = Object.fromEntries(procedures.map(({ path, type }) => [path, type]));
  await project.write({
    "shown.ts": `
      import type { AppRouter } from "@live-copilot/api/router";
      type Routers = AppRouter["_def"]["record"];
      type Paths = { [R in keyof Routers & string]: \`\${R}.\${keyof Routers[R] & string}\` }[keyof Routers & string];
      type TypeOf<P extends string> = P extends \`\${infer R extends keyof Routers & string}.\${infer N}\`
        ? N extends keyof Routers[R] ? Routers[R][N] extends { _def: { type: infer T } } ? T : never : never : never;
      export const shown: { [P in Paths]: TypeOf<P> } = ${JSON.stringify(shown)};`,
  });
  expect(await project.typeErrors("nodenext")).toBe("");
});

test.each(procedures)("$path has its fields, a typed example and its frames", ({ heading, path, text }) => {
  const languages = fencesOf(document).flatMap((fence) =>
    fence.heading === heading ? [fence.language] : [],
  );
  expect(languages).toEqual(["ts", "jsonc"]);
  const schema = inputSchema(path);
  if (!schema) {
    expect(text).toContain("- Input: none");
    return;
  }
  const shown = /- Input: ([\s\S]*?)\n- /.exec(text)?.[1] ?? "";
  const fields = Object.entries(schema.shape).map(
    ([field, each]) => `\`${field}${isOptional(each) ? "?" : ""}\``,
  );
  for (const field of fields) expect(shown).toContain(field);
});

test("the table of reasons is the list of reasons", () => {
  const shown = tableUnder(document, "Rules that hold everywhere").map(([reason]) => reason);
  expect(shown).toEqual(REASONS.map((reason) => `\`${reason}\``));
});

function isOptional(schema: z.core.$ZodType): boolean {
  return (schema as z.ZodType).safeParse(undefined).success;
}
