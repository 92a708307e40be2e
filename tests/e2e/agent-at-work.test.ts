import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { post } from "../support/client.ts";
import { findBrowser, openBrowser } from "../support/open-browser.ts";
import { startServer } from "../support/start-server.ts";

const found = await findBrowser();
if (!found) console.warn("The page's tests are skipped: no Chromium was found (set CHROMIUM_PATH to one).");

const CALL = { phone: "(512) 555-0123", state: "TX", plan: "Plus", contractType: "Homeowner" };

describe.skipIf(!found)("an agent at work", { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found) browser = await openBrowser(found);
  });
  afterAll(async () => browser?.close());

  test("by keyboard alone: ask the contract, say it, switch the copilot off and on", async () => {
    await using server = await startServer();
    await post(server.url, { sessionId: "c1", ...CALL, text: "Hello there." });
    const page = await openCall(browser, server.url);
    await page.getByRole("switch", { name: /copilot/i, checked: true }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("is the dishwasher covered");
    await page.keyboard.press("Enter");
    const card = page.getByRole("region", { name: "AI Suggestions" }).getByRole("article");
    await card.getByText("you asked").waitFor();
    expect(await card.getByRole("heading").first().textContent()).toMatch(/dishwasher/i);
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await page.keyboard.press("o");
    await page.getByRole("switch", { name: /copilot/i, checked: false }).waitFor();
    await page
      .getByText(/copilot is off/i)
      .first()
      .waitFor();
    await page.keyboard.press("o");
    await page.getByRole("switch", { name: /copilot/i, checked: true }).waitFor();
    await page.context().close();
  });

  test("a server that goes away and comes back costs no words", async () => {
    const first = await startServer();
    await using _data = first;
    await post(first.url, { sessionId: "c1", ...CALL, segmentId: "a", text: "Before it went away." });
    const page = await openCall(browser, first.url);
    const transcript = page.getByRole("region", { name: "Transcript" });
    await transcript.getByText("Before it went away.").waitFor();
    const port = new URL(first.url).port;
    await first.stop();
    await page
      .getByText(/reconnecting/i)
      .first()
      .waitFor();
    const again = await startServer({ PORT: port }, first.dataDir);
    await post(again.url, { sessionId: "c1", segmentId: "b", text: "After it came back." });
    await transcript.getByText("After it came back.").waitFor({ timeout: 30_000 });
    expect(await transcript.getByText("Before it went away.").count()).toBe(1);
    await page.context().close();
    await again.stop();
  });
});

async function openCall(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${url}/calls/c1`);
  return page;
}
