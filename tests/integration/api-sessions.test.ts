import { expect, test, vi } from "vitest";
import { type Client, connect, post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

/** Reads the whole list in pages; gives the ids page by page. */
async function readPages(api: Client, limit: number, status?: "live" | "ended"): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await api.session.list.query({
      limit,
      ...(status ? { status } : {}),
      ...(cursor ? { cursor } : {}),
    });
    pages.push(page.sessions.map(({ sessionId }) => sessionId));
    cursor = page.nextCursor;
  } while (cursor);
  return pages;
}

test("the list comes in pages, newest start first, each session once; calls that start meanwhile shift nothing", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await post(server.url, { sessionId: `c${n}`, text: "Hello." });
  expect(await readPages(client.api, 3)).toEqual([["c7", "c6", "c5"], ["c4", "c3", "c2"], ["c1"]]);

  const first = await client.api.session.list.query({ limit: 2 });
  await post(server.url, { sessionId: "c8", text: "Hello." });
  const second = await client.api.session.list.query({ limit: 2, cursor: first.nextCursor });
  expect(second.sessions.map(({ sessionId }) => sessionId)).toEqual(["c5", "c4"]);
});

test("the list can be asked for live or ended calls only", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  for (const n of [1, 2, 3, 4]) await post(server.url, { sessionId: `c${n}`, text: "Hello." });
  for (const sessionId of ["c1", "c3"]) await client.api.session.end.mutate({ sessionId });
  expect(await readPages(client.api, 1, "ended")).toEqual([["c3"], ["c1"]]);
  expect(await readPages(client.api, 10, "live")).toEqual([["c4", "c2"]]);
  const { sessions } = await client.api.session.list.query({ status: "ended" });
  for (const { status, endedAt } of sessions) {
    expect(status).toBe("ended");
    expect(Date.parse(endedAt ?? "")).toBeLessThanOrEqual(Date.now());
  }
  await post(server.url, { sessionId: "c1", text: "One more thing." });
  expect(await readPages(client.api, 10, "live")).toEqual([["c4", "c2", "c1"]]);
});

test.each(["nonsense", "e30", "MS4yLjM", "-", "%00"])(
  "a cursor that no list gave is refused: %s",
  async (cursor) => {
    await using server = await startServer();
    using client = connect(server.url);
    await expect(client.api.session.list.query({ cursor })).rejects.toMatchObject({
      data: { reason: "BAD_REQUEST", fields: [{ field: "cursor" }] },
    });
  },
);

test("a session of the list that changes is sent at most once a second, and its last state is", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const rows: { sessionId: string; lastAt: string; at: number }[] = [];
  const { promise: started, resolve } = Promise.withResolvers<void>();
  client.api.session.onList.subscribe(
    {},
    {
      onStarted: () => resolve(),
      onData: ({ data: { sessionId, lastAt } }) =>
        void rows.push({ sessionId, lastAt, at: performance.now() }),
    },
  );
  await started;
  const until = performance.now() + 2500;
  let sent = 0;
  while (performance.now() < until) {
    sent += 1;
    const event = { segmentId: `s${sent}`, text: `words ${sent}`, speaker: "AGENT" };
    await post(server.url, [
      { sessionId: "c1", ...event },
      { sessionId: "c2", ...event },
    ]);
  }
  for (const sessionId of ["c1", "c2"]) {
    const { sessions } = await client.api.session.list.query({});
    const last = sessions.find((row) => row.sessionId === sessionId)?.lastAt ?? "none";
    const mine = () => rows.filter((row) => row.sessionId === sessionId);
    await vi.waitFor(() => expect(mine().at(-1)?.lastAt).toBe(last), { timeout: 3000 });
    expect(mine().length).toBeGreaterThanOrEqual(2);
    // Rows are read after the second is over, so they can arrive a little closer together than they were sent.
    for (const [index, row] of mine().entries())
      if (index > 0) expect(row.at - (mine()[index - 1]?.at ?? 0)).toBeGreaterThan(900);
  }
  expect(sent).toBeGreaterThan(20);
});

test("a long transcript opens with its last 200 segments, and the earlier ones follow page by page", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const total = 450;
  const events = Array.from({ length: total }, (_, n) => ({
    sessionId: "c1",
    segmentId: `s${n}`,
    text: `words ${n}`,
    speaker: n % 2 === 0 ? "AGENT" : "CUSTOMER",
    beginOffsetMs: n * 1000,
  }));
  expect((await post(server.url, events)).answer).toEqual({ accepted: total, duplicates: 0 });
  const pages: string[][] = [];
  let before: number | undefined;
  do {
    const page = await client.api.session.get.query({ sessionId: "c1", ...(before ? { before } : {}) });
    pages.unshift(page.segments.map(({ text }) => text));
    expect(page.seq).toBeGreaterThanOrEqual(total);
    before = page.earlier;
  } while (before);
  expect(pages.map((page) => page.length)).toEqual([50, 200, 200]);
  expect(pages.flat()).toEqual(events.map(({ text }) => text));
  await expect(client.api.session.get.query({ sessionId: "c1", before: 0 })).rejects.toMatchObject({
    data: { reason: "BAD_REQUEST", fields: [{ field: "before" }] },
  });
});
