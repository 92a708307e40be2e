import { expect, test } from "vitest";
import { startServer } from "../support/start-server.ts";
import { SHOWN_HOST } from "./curl.ts";
import { outsideProject } from "./outside-project.ts";
import { fencesOf, readDocument } from "./read-document.ts";
import { runUntil, shownLines } from "./run-until.ts";
import { seedCall } from "./seed-call.ts";

const fences = fencesOf(await readDocument("api.md"));
const examples = fences.filter(({ language, info }) => language === "ts" && info === "");
const shared = fences.filter(({ language, info }) => language === "ts" && info !== "");

/** A file of its own for each example, named after the place where it stands. */
const files = Object.fromEntries([
  ...shared.map(({ info, text }) => [info, text] as const),
  ...examples.map(({ line, text }) => [`line-${line}.ts`, text] as const),
]);

test("every example is short, says what it prints, and compiles strictly in a client's project", async () => {
  expect(examples.length).toBeGreaterThan(20);
  for (const { line, text } of examples) {
    expect.soft(text.split("\n").length, `lines of the example at line ${line}`).toBeLessThanOrEqual(20);
    expect.soft(shownLines(text).length, `shown lines of the example at line ${line}`).toBeGreaterThan(0);
  }
  await using project = await outsideProject();
  await project.write(files);
  expect(await project.typeErrors("nodenext")).toBe("");
  expect(await project.typeErrors("bundler")).toBe("");
});

test("every example prints what it shows, against a server with the call that the document makes", async () => {
  await using server = await startServer();
  await using project = await outsideProject();
  const { host } = new URL(server.url);
  await project.write(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll(SHOWN_HOST, host)]),
    ),
  );
  await seedCall(server.url, fences);
  for (const { line, text } of examples) {
    await runUntil(project.path, `line-${line}.ts`, shownLines(text));
  }
  expect(server.failures).toEqual([]);
}, 120_000);
