import { vi } from "vitest";
import { connect } from "../support/client.ts";
import { sendCurl } from "./curl.ts";
import type { Fence } from "./read-document.ts";

/** Makes the call that the documents' examples speak of: the first curl command, the copilot on, its card ready. */
export async function seedCall(url: string, fences: readonly Fence[]): Promise<void> {
  const command = fences.find(({ language, text }) => language === "sh" && text.startsWith("curl"));
  if (!command) throw new Error("the document has no curl command");
  await sendCurl(command.text, url);
  using client = connect(url);
  await client.api.copilot.enable.mutate({ sessionId: "call-1" });
  await vi.waitFor(async () => {
    const { state } = await client.api.session.get.query({ sessionId: "call-1" });
    if (state.cards[0]?.status !== "ready") throw new Error("the call's card is not ready");
  });
}
