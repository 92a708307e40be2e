import { readFile } from "node:fs/promises";
import { envSchema, readEnv } from "@live-copilot/api/env";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const serviceSchema = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), "utf8");

/** What a container gets where nothing is set outside: `${NAME:-default}` becomes the default. */
const interpolate = (value: string) => value.replace(/\$\{\w+:-([^}]*)\}/g, "$1");

async function compose() {
  return composeSchema.parse(parse(await read("compose.yaml")));
}

test("compose publishes on loopback only, and only the front", async () => {
  const { services } = await compose();
  const published = Object.entries(services).flatMap(([name, { ports }]) =>
    ports.map((port) => [name, port]),
  );
  expect(published).toEqual([["front", "127.0.0.1:3000:3000"]]);
});

test("compose gives the server settings that it knows and accepts", async () => {
  const { services } = await compose();
  const environment = services["copilot"]?.environment ?? {};
  expect(Object.keys(environment).filter((name) => !(name in envSchema.shape))).toEqual([]);
  const env = readEnv(
    Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolate(value)])),
  );
  expect(env).toMatchObject({ HOST: "0.0.0.0", SAMPLE_DATA: true, WEBHOOK_KEYS: ["for-development-only"] });
});

test("compose passes every setting of the model on", async () => {
  const { services } = await compose();
  const ofModel = Object.keys(envSchema.shape).filter((name) => name.startsWith("OPENAI_"));
  expect(Object.keys(services["copilot"]?.environment ?? {})).toEqual(expect.arrayContaining(ofModel));
});

test("compose pins every image, declares every volume, and waits for what says that it is well", async () => {
  const { services, volumes } = await compose();
  const dockerfile = await read("Dockerfile");
  const used = Object.values(services).flatMap((service) =>
    service.volumes.map((it) => it.split(":")[0] ?? ""),
  );
  expect(used.toSorted()).toEqual(Object.keys(volumes).toSorted());
  for (const { image, build, depends_on } of Object.values(services)) {
    if (!build) expect(image).toMatch(/:(?:v?\d+\.\d|RELEASE\.)/);
    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(condition).toBe("service_healthy");
      expect(
        services[name]?.healthcheck ?? (services[name]?.build && /^HEALTHCHECK/m.exec(dockerfile)),
      ).toBeTruthy();
    }
  }
});

test("the image builds from files that are there, and its build sees every workspace", async () => {
  const dockerfile = await read("Dockerfile");
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(
    (line) => line[1]?.split(" ") ?? [],
  );
  expect(copied.length).toBeGreaterThan(8);
  const found = copied.filter((name) => name.includes("."));
  await expect(Promise.all(found.map(read))).resolves.toHaveLength(found.length);
  for (const folder of ["packages/shared", "apps/api", "apps/web", "tests"]) {
    expect(copied).toContain(`${folder}/package.json`);
  }
});
