import { expect, test } from "vitest";
import { startServer } from "../support/start-server.ts";
import { sendCurl } from "./curl.ts";
import { difference } from "./matches-shown.ts";
import { fencesOf, readDocument } from "./read-document.ts";

/** The parts of an answer as a document shows it. */
function shownAnswer(text: string) {
  const [head = "", ...body] = text.split("\n\n");
  const [first = "", ...lines] = head.split("\n");
  const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]);
  return { status: Number(first.split(" ")[1]), headers, body: JSON.parse(body.join("\n\n")) as unknown };
}

test.each([
  { name: "api.md", settings: {}, least: 9 },
  { name: "connect.md", settings: { WEBHOOK_KEYS: "choose-a-long-one" }, least: 3 },
])(
  "every curl command of $name is answered as the block under it shows",
  async ({ name, settings, least }) => {
    await using server = await startServer(settings);
    const fences = fencesOf(await readDocument(name));
    const commands = fences.flatMap((fence, index) =>
      fence.text.startsWith("curl") ? [{ fence, answer: fences[index + 1] }] : [],
    );
    expect(commands.length).toBeGreaterThanOrEqual(least);
    for (const { fence, answer } of commands) {
      expect(answer?.language, `after line ${fence.line}`).toBe("http");
      const shown = shownAnswer(answer?.text ?? "");
      const response = await sendCurl(fence.text, server.url);
      expect(response.status, `line ${fence.line}`).toBe(shown.status);
      for (const [header = "", value] of shown.headers) expect(response.headers.get(header)).toBe(value);
      expect(difference(shown.body, await response.json()), `line ${fence.line}`).toBeNull();
    }
  },
);
