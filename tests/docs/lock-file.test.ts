import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});
const { packages } = Lock.parse(
  JSON.parse(await readFile(new URL("../../package-lock.json", import.meta.url), "utf8")),
);

test("names the native part of every tool for every platform, whichever wrote it", () => {
  const named = Object.keys(packages).map((path) => path.split("node_modules/").at(-1));
  const asked = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies));
  expect(asked.filter((name) => !named.includes(name))).toEqual([]);
  for (const platform of ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"])
    expect(named).toContain(`@biomejs/cli-${platform}`);
});

test("names no registry: where packages come from is a setting of whoever installs", () => {
  expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).not.toContainEqual(
    expect.stringMatching(/^\w+:\/\//),
  );
});
