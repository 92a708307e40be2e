import { once } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { inputSchema } from "../docs/input-schema.ts";
import { readDocument, sectionsOf } from "../docs/read-document.ts";
import { connect, post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

/** Every procedure, as docs/api.md lists them; another test holds that list to the router. */
const PROCEDURES = sectionsOf(await readDocument("api.md")).flatMap(({ heading }) => {
  const [, path, type] = /^`(\w+\.\w+)` (query|mutation|subscription)$/.exec(heading) ?? [];
  return path && type ? [{ path, type }] : [];
});

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.constantFrom(
    "",
    " ",
    "c1",
    "0",
    "1",
    "99",
    "\0",
    "\ud800",
    "__proto__",
    "constructor",
    "a'; --",
    "%00",
    "+1",
  ),
  fc.constantFrom(
    "live",
    "used",
    "add-ons",
    "2026-01",
    "2026-01-01",
    "2026-01-01T00:00:00Z",
    "0000-01-01T00:00:00Z",
  ),
  fc.constantFrom(
    "c1:1:0",
    "TX",
    "Plus",
    "pool-heater",
    "(512) 555-0123",
    "c1:2:0",
    '"',
    "*",
    "dishwasher AND",
    "(",
    "9".repeat(15),
  ),
);
const file = fc.record({
  name: fc.oneof(fc.constantFrom("a.md", "synonyms.txt", "../x.md"), text),
  content: fc.oneof(
    text,
    text.map(
      (body) =>
        `---\ndocument: d\ntitle: t\nversion: "1"\nplans: all\nstates: all\ncontractTypes: all\n---\n${body}`,
    ),
    text.map((body) => `---\n${body}\n---\n# A {#a .coverage}\nWords.`),
    text.map(
      (body) =>
        `---\ndocument: d\ntitle: t\nversion: "1"\nplans: all\nstates: all\ncontractTypes: all\n---\n## A {#a .fee}\nWords ${body}`,
    ),
  ),
});
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  {
    weight: 2,
    arbitrary: fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger(), fc.constantFrom(0, 1, 50, 1e300)),
  },
  { weight: 1, arbitrary: fc.array(file, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
/** Any JSON; mostly an object with the procedure's own fields, and mostly such as pass the check of their schema. */
function inputFor(path: string) {
  const shape: Record<string, z.core.$ZodType> = inputSchema(path)?.shape ?? {};
  const fields = Object.entries(shape).map(([field, schema]) => {
    if (field === "sessionId") return [field, fc.oneof(fc.constant("c1"), fc.constant("c1"), value)] as const;
    const sound = value.filter((each) => isSound(schema, each));
    return [field, fc.oneof({ weight: 6, arbitrary: sound }, { weight: 1, arbitrary: value })] as const;
  });
  const given = Object.fromEntries(fields);
  return fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 5, arbitrary: fc.record(given) },
    { weight: 5, arbitrary: fc.record(given, { requiredKeys: [] }) },
  );
}

/** The schema's checks of a length throw for an object with a length that is no number: not sound either. */
function isSound(schema: z.core.$ZodType, value: unknown): boolean {
  try {
    return z.safeParse(schema, value).success;
  } catch {
    return false;
  }
}

interface Reply {
  readonly id: number;
  readonly error?: { readonly message: string; readonly data?: { readonly reason?: string } };
}

function stopOf(id: number): string {
  return JSON.stringify({ id, method: "subscription.stop" });
}

/** Asks over one socket; gives the first frame that answers each question. */
async function openAsker(url: string) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/trpc`);
  await once(socket, "open");
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.on("message", (frame) => {
    const reply: Reply = JSON.parse(String(frame));
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  let id = 0;
  return {
    ask(type: string, path: string, given: unknown): Promise<Reply> {
      id += 1;
      const asked = id;
      const { promise, resolve } = Promise.withResolvers<Reply>();
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method: type, params: { path, input: given } }));
      if (type === "subscription") promise.then(() => socket.send(stopOf(asked)));
      return promise;
    },
    [Symbol.dispose]: () => socket.close(),
  };
}

test.each(PROCEDURES)("whatever is sent to $path, it never fails on the inside", async ({ path, type }) => {
  await using server = await startServer();
  await post(server.url, { sessionId: "c1", text: "Is my dishwasher covered?", plan: "Plus", state: "TX" });
  using client = connect(server.url);
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  using asker = await openAsker(server.url);
  await fc.assert(
    fc.asyncProperty(inputFor(path), async (given) => {
      const { error } = await asker.ask(type, path, given);
      if (!error) return;
      expect(error.data?.reason, `${error.message}`).toMatch(/^[A-Z_]+$/);
      expect(["INTERNAL", "RATE_LIMITED"]).not.toContain(error.data?.reason);
      expect(JSON.stringify(error)).not.toMatch(/node_modules|\.ts:|SQLITE|stack/i);
    }),
    { numRuns: 150 },
  );
  expect(await asker.ask("query", "status.get", null)).not.toHaveProperty("error");
  expect(server.failures).toEqual([]);
});
