import { relative } from "node:path";
import { envSchema, readEnv } from "@live-copilot/api/env";
import { expect, test } from "vitest";
import { startServer } from "../support/start-server.ts";
import { readDocument, tableUnder } from "./read-document.ts";

const document = await readDocument("connect.md");

/** A default as an operator would write it. */
function written(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "`1`" : "`0`";
  if (Array.isArray(value)) return value.join(",");
  return `\`${value}\``;
}

test("the table of settings has every setting with its default, and no other", () => {
  const shown = tableUnder(document, "Settings").map(([name, value]) => [name, value]);
  const { DATA_DIR, ...defaults } = readEnv({});
  const known: Record<string, unknown> = { ...defaults, DATA_DIR: relative(process.cwd(), DATA_DIR) };
  const names = Object.keys(envSchema.shape);
  expect(shown).toEqual(names.map((name) => [`\`${name}\``, written(known[name])]));
});

test("the table of metrics has every metric of ours", async () => {
  await using server = await startServer();
  const exposed = await (await fetch(`${server.url}/metrics`)).text();
  const names = [...exposed.matchAll(/^# TYPE (copilot_\w+)/gm)].map(([, name]) => `\`${name}\``);
  expect(names.sort()).toEqual(
    tableUnder(document, "Watching it")
      .map(([name]) => name)
      .sort(),
  );
});
