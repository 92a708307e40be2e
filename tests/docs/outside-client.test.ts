import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, startServer } from "../support/start-server.ts";
import { outsideProject, RESOLUTIONS } from "./outside-project.ts";
import { runUntil } from "./run-until.ts";

const RESOLVED = Object.keys(RESOLUTIONS) as (keyof typeof RESOLUTIONS)[];

/** A client that uses the router's type, types by name, a schema, the fold, and what an error carries. */
const CLIENT = `
import type { AppRouter } from "@live-copilot/api/router";
import { applyUpdate, sessionGetInput, type SessionState, type SuggestionCard } from "@live-copilot/shared";
import { createTRPCClient, createWSClient, type TRPCClientError, wsLink } from "@trpc/client";

const socket = createWSClient({ url: "ws://HOST/trpc" });
const api = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
await api.copilot.enable.mutate({ sessionId: "call-1" });
const opened = await api.session.get.query(sessionGetInput.parse({ sessionId: "call-1" }));
const state: SessionState = applyUpdate(opened.state, opened.seq + 1, { sessionId: "call-1", cards: [] });
const cards: SuggestionCard[] = state.cards;
await api.session.end.mutate({ sessionId: "none" }).catch((error: TRPCClientError<AppRouter>) => {
  const reason: string | undefined = error.data?.reason;
  console.log(cards.length, state.copilot.enabled, reason);
});
`;

/** Each of these must not compile. */
const WRONG = {
  "a wrong field": "await api.session.get.query({ sessionID: 'call-1' });",
  "a field left out": "await api.copilot.ask.mutate({ sessionId: 'call-1', question: 'why' });",
  "a value that is none of the listed": "await api.session.list.query({ status: 'over' });",
  "a procedure that is not there": "await api.session.got.query({ sessionId: 'call-1' });",
  "a mutation called as a query": "await api.copilot.enable.query({ sessionId: 'call-1' });",
  "an answer's field that is not there": "(await api.session.get.query({ sessionId: 'call-1' })).state.card;",
  "a number for a text": "const n: number = (await api.status.get.query()).engine; console.log(n);",
};
const PRELUDE = `
import type { AppRouter } from "@live-copilot/api/router";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
const api = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "http://HOST/trpc" })] });
`;

test.each(RESOLVED)(
  "a client outside the repository compiles by %s, libraries checked too",
  async (resolution) => {
    await using project = await outsideProject();
    await project.write({ "client.ts": CLIENT });
    expect(await project.typeErrors(resolution, { skipLibCheck: false })).toBe("");
    expect(
      await project.typeErrors(resolution, { allowImportingTsExtensions: false, skipLibCheck: true }),
    ).toBe("");
  },
);

test("a client outside the repository runs", async () => {
  await using server = await startServer();
  await using project = await outsideProject();
  await project.write({ "client.ts": CLIENT.replace("HOST", new URL(server.url).host) });
  await runUntil(project.path, "client.ts", ["0 true SESSION_NOT_FOUND"]);
});

test("what a client writes wrongly does not compile", async () => {
  await using project = await outsideProject();
  const names = Object.keys(WRONG).map((_name, index) => `wrong-${index}.ts`);
  const texts = Object.values(WRONG).map((line) => `${PRELUDE}${line}\n`);
  await project.write(Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""])));
  const errors = await project.typeErrors("nodenext");
  for (const [index, what] of Object.keys(WRONG).entries())
    expect(errors, what).toContain(`wrong-${index}.ts(`);
});

test("the router's type is one file that reaches nothing of the server", async () => {
  const types = await readFile(join(ROOT, "apps/api/dist/router.d.ts"), "utf8");
  const imported = new Set([...types.matchAll(/(?:import\(|from )"([^"]+)"/g)].map(([, name]) => name));
  expect([...imported].sort()).toEqual([
    "@live-copilot/shared",
    "@trpc/server",
    "@trpc/server/unstable-core-do-not-import",
  ]);
  expect(types).not.toMatch(/\bany\b/);
});
