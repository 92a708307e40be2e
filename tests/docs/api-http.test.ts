import { expect, test } from "vitest";
import { startServer } from "../support/start-server.ts";
import { sendCurl } from "./curl.ts";
import { difference } from "./matches-shown.ts";
import { fencesOf, readDocument } from "./read-document.ts";
import { seedCall } from "./seed-call.ts";

const fences = fencesOf(await readDocument("api.md"));

/** The parts of an answer as a document shows it. */
function shownAnswer(text: string) {
  const [head = "", ...body] = text.split("\n\n");
  const [first = "", ...lines] = head.split("\n");
  const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
  return { status: Number(first.split(" ")[1]), headers, body: JSON.parse(body.join("\n\n")) as unknown };
}

test("every curl command is answered as the block under it shows", async () => {
  await using server = await startServer();
  const commands = fences.flatMap((fence, index) =>
    fence.text.startsWith("curl") ? [{ fence, answer: fences[index + 1] }] : [],
  );
  expect(commands.length).toBeGreaterThanOrEqual(9);
  let first = true;
  for (const { fence, answer } of commands) {
    expect(answer?.language, `after line ${fence.line}`).toBe("http");
    const shown = shownAnswer(answer?.text ?? "");
    const response = await sendCurl(fence.text, server.url);
    expect(response.status, `line ${fence.line}`).toBe(shown.status);
    for (const [name = "", value] of shown.headers) expect(response.headers.get(name)).toBe(value);
    expect(difference(shown.body, await response.json()), `line ${fence.line}`).toBeNull();
    if (first) await seedCall(server.url, fences);
    first = false;
  }
});
