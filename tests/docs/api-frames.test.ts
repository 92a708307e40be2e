import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../support/start-server.ts";
import { difference } from "./matches-shown.ts";
import { fencesOf, readDocument } from "./read-document.ts";
import { seedCall } from "./seed-call.ts";

const fences = fencesOf(await readDocument("api.md"));

/** Sends exactly the frames of one block and waits for each frame that it shows, in order. */
async function exchange(url: string, text: string): Promise<void> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/trpc`);
  await once(socket, "open");
  const received: unknown[] = [];
  socket.on("message", (frame) => void received.push(JSON.parse(String(frame))));
  let at = 0;
  for (const [, way, frame = ""] of text.matchAll(
    /^\/\/ (send|receive)\n([\s\S]*?)(?=^\/\/ |$(?![\s\S]))/gm,
  )) {
    const shown: unknown = JSON.parse(frame);
    if (way === "send") {
      socket.send(JSON.stringify(shown));
      continue;
    }
    await vi.waitFor(
      () => {
        const differences = received.slice(at).map((got) => difference(shown, got));
        const found = differences.indexOf(null);
        if (found < 0) throw new Error(`not received: ${frame}\n${differences.join("\n")}`);
        at += found + 1;
      },
      { timeout: 5000 },
    );
  }
  socket.close();
  await once(socket, "close");
}

test("every exchange of bare frames goes as shown", async () => {
  const exchanges = fences.filter(({ language }) => language === "jsonc");
  expect(exchanges.length).toBeGreaterThan(20);
  await using server = await startServer();
  await seedCall(server.url, fences);
  for (const { line, text, heading } of exchanges) {
    expect(text, `the exchange at line ${line}`).toMatch(/^\/\/ send\n[\s\S]+^\/\/ receive\n/m);
    await exchange(server.url, text).catch((error: unknown) => {
      throw new Error(`${heading} (line ${line}): ${error instanceof Error ? error.message : error}`);
    });
  }
});
