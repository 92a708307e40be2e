import { join } from "node:path";
import { openPolicyLibrary } from "@live-copilot/api/adapters/sqlite/policy-library.ts";
import { expect, test } from "vitest";
import { documentOf } from "../support/policies.ts";
import { tempDir } from "../support/temp-dir.ts";
import { describePolicyLibrary } from "./policy-library.contract.ts";

describePolicyLibrary("sqlite in memory", async () => openPolicyLibrary(":memory:"));

describePolicyLibrary("sqlite in a file", async () => {
  const dir = await tempDir();
  const library = openPolicyLibrary(join(dir.path, "deep", "policies.sqlite"));
  return {
    ...library,
    async [Symbol.asyncDispose]() {
      await library[Symbol.asyncDispose]();
      await dir[Symbol.asyncDispose]();
    },
  };
});

test("two that share a file see each other's changes, and a file keeps them", async () => {
  await using dir = await tempDir();
  const file = join(dir.path, "policies.sqlite");
  {
    await using one = openPolicyLibrary(file);
    await using other = openPolicyLibrary(file);
    await one.put([documentOf()]);
    expect(await other.revision()).toBe(await one.revision());
    expect(await other.document("terms", "1")).toEqual(documentOf());
    await Promise.all([one.put([documentOf({ version: "2" })]), other.put([documentOf({ version: "3" })])]);
  }
  await using later = openPolicyLibrary(file);
  expect((await later.list()).map(({ version }) => version)).toEqual(["1", "2", "3"]);
  expect(await later.revision()).toBe(3);
});

test("a library that is closed is unavailable, without a word of the database", async () => {
  const library = openPolicyLibrary(":memory:");
  await library[Symbol.asyncDispose]();
  await expect(library.revision()).rejects.toMatchObject({
    reason: "UNAVAILABLE",
    message: "The policy library cannot be reached",
  });
});
