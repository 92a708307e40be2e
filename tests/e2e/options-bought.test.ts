import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { post } from "../support/client.ts";
import { findBrowser, openBrowser } from "../support/open-browser.ts";
import { startServer } from "../support/start-server.ts";

const found = await findBrowser();
if (!found) console.warn("The page's tests are skipped: no Chromium was found (set CHROMIUM_PATH to one).");

/** A customer of the sample records whose record has one option. */
const POOL_OWNER = "(702) 555-0113";

describe.skipIf(!found)("what was bought beside the plan", { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found) browser = await openBrowser(found);
  });
  afterAll(async () => browser?.close());

  test("is shown as the record has it, and changed and taken back by keyboard alone", async () => {
    await using server = await startServer();
    await post(server.url, { sessionId: "c1", phone: POOL_OWNER, text: "Hello there." });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${server.url}/calls/c1`);
    const bought = (words: string) =>
      page.getByRole("button", { name: `Options bought: ${words}. Change`, exact: true });
    await bought("Pool and Spa").focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Add options").waitFor();
    await page.keyboard.type("Septic, pool and spa; Roof Leak");
    await page.keyboard.press("Enter");
    await bought("Pool and Spa, Septic, Roof Leak").waitFor();
    expect(await page.getByText("you set it").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Remove Pool and Spa" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await bought("Septic, Roof Leak").waitFor();
    await bought("Septic, Roof Leak").press("Enter");
    await page.getByRole("button", { name: "They bought none" }).press("Enter");
    await bought("none").waitFor();
    await bought("none").press("Enter");
    await page.getByRole("button", { name: "Take back what I set" }).press("Enter");
    await bought("Pool and Spa").waitFor();
    await context.close();
  });
});
