import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, post } from "../support/client.ts";
import { findBrowser, openBrowser } from "../support/open-browser.ts";
import { startServer } from "../support/start-server.ts";

const found = await findBrowser();
if (!found) console.warn("The page's tests are skipped: no Chromium was found (set CHROMIUM_PATH to one).");

describe.skipIf(!found)("a caller who speaks another language", { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found) browser = await openBrowser(found);
  });
  afterAll(async () => browser?.close());

  test("the agent is told in one line, which can be closed by keyboard", async () => {
    await using server = await startServer();
    using client = connect(server.url);
    await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" });
    const text = "Buenos días, tengo un problema con mi refrigerador y quiero saber si el plan lo cubre.";
    await post(server.url, { sessionId: "c1", segmentId: "a", text });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${server.url}/calls/c1`);
    const note = page.getByRole("status").filter({ hasText: "The caller seems to speak Spanish." });
    await note.waitFor();
    expect(await note.textContent()).toContain("Answers are looked up in English only");
    await page.getByRole("button", { name: "Dismiss" }).press("Enter");
    await note.waitFor({ state: "detached" });
    await context.close();
  });
});
