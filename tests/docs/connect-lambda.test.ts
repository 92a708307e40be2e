import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { connect, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";
import { fencesOf, readDocument } from "./read-document.ts";

const [lambda] = fencesOf(await readDocument("connect.md")).filter(({ info }) => info === "index.mjs");

type Handler = (event: { Records: { kinesis: { data: string } }[] }) => Promise<void>;

/** The document's Lambda as a module of its own. */
async function loadHandler(folder: string): Promise<Handler> {
  const file = join(folder, "index.mjs");
  await writeFile(file, lambda?.text ?? "");
  const { handler }: { handler: Handler } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return handler;
}

/** A batch as a Lambda gets it from a stream. */
function batch(...messages: object[]) {
  return {
    Records: messages.map((message) => ({
      kinesis: { data: Buffer.from(JSON.stringify(message)).toString("base64") },
    })),
  };
}

function segments(...Segments: object[]) {
  const common = { Version: "1.0.0", Channel: "VOICE", LanguageCode: "en-US", EventType: "SEGMENTS" };
  return { ...common, ContactId: "contact-1", Segments };
}

function utterance(PartialContent: string, BeginOffsetMillis: number) {
  const who = { ParticipantId: "CUSTOMER", ParticipantRole: "CUSTOMER", TranscriptId: "t1" };
  return {
    Utterance: { Id: PartialContent, ...who, PartialContent, BeginOffsetMillis, EndOffsetMillis: 9000 },
  };
}

function transcript(Id: string, ParticipantRole: string, Content: string) {
  const offsets = { BeginOffsetMillis: 4000, EndOffsetMillis: 6000 };
  return { Transcript: { Id, ParticipantId: ParticipantRole, ParticipantRole, Content, ...offsets } };
}

afterEach(() => vi.unstubAllEnvs());

test("the Lambda's code is short", () => {
  expect(lambda?.text.split("\n").length).toBeLessThanOrEqual(40);
});

test("the Lambda brings Contact Lens segments to the webhook: fragments as drafts, transcripts as finals", async () => {
  await using server = await startServer({ WEBHOOK_KEYS: "the-key" });
  await using dir = await tempDir();
  vi.stubEnv("WEBHOOK_URL", `${server.url}/webhook`);
  vi.stubEnv("WEBHOOK_KEY", "the-key");
  const handler = await loadHandler(dir.path);
  using client = connect(server.url);
  using seen = watch(client, "contact-1");

  await handler(
    batch({ EventType: "STARTED", ContactId: "contact-1" }, segments(utterance("my oven", 4000))),
  );
  await handler(batch(segments(utterance("just died", 5000), { Categories: { MatchedCategories: ["x"] } })));
  await vi.waitFor(() =>
    expect(seen.segments.at(-1)).toMatchObject({ text: "my oven just died", final: false }),
  );
  const finals = segments(
    transcript("t1", "CUSTOMER", "My oven just died."),
    transcript("t2", "AGENT", "Oh no."),
  );
  await handler(batch(finals, { EventType: "COMPLETED", ContactId: "contact-1" }));
  await handler(batch(finals));

  const { segments: stored } = await client.api.session.get.query({ sessionId: "contact-1" });
  expect(stored).toMatchObject([
    { segmentId: "t1", speaker: "CUSTOMER", text: "My oven just died.", atMs: 4000, endOffsetMs: 6000 },
    { segmentId: "t2", speaker: "AGENT", text: "Oh no." },
  ]);
  expect(seen.segments[0]).toMatchObject({ segmentId: "t1", atMs: 4000 });
});

test("the Lambda asks for the batch again when the webhook wants that, and not when it refuses for good", async () => {
  await using server = await startServer({ WEBHOOK_KEYS: "the-key" });
  await using dir = await tempDir();
  vi.stubEnv("WEBHOOK_URL", `${server.url}/webhook`);
  vi.stubEnv("WEBHOOK_KEY", "wrong");
  const handler = await loadHandler(dir.path);
  const said = segments(transcript("t1", "CUSTOMER", "Hello."));
  await expect(handler(batch(said))).rejects.toThrow("401");
  vi.stubEnv("WEBHOOK_KEY", "the-key");
  const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await handler(batch({ ...said, ContactId: "no contact id" }));
  expect(complaint).toHaveBeenCalledWith("refused for good:", expect.stringContaining("sessionId"));
  complaint.mockRestore();
});
