import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../support/client.ts";
import { findBrowser, openBrowser } from "../support/open-browser.ts";
import { startServer } from "../support/start-server.ts";

const WIDTHS = [
  { name: "three rooms", width: 1440, height: 900, colorScheme: "light" },
  { name: "beside a softphone", width: 1024, height: 768, colorScheme: "dark" },
  { name: "a phone", width: 390, height: 844, colorScheme: "light" },
] as const;

const CALL = /AC compressor/;
const WORDS = ["Covered", "Partly covered", "Not covered", "Not known yet", "Not in the contract"];

const found = await findBrowser();
if (!found) console.warn("The page's tests are skipped: no Chromium was found (set CHROMIUM_PATH to one).");

describe.skipIf(!found)("a sample call on the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    if (found) browser = await openBrowser(found);
  });
  afterAll(async () => browser?.close());

  test.each(WIDTHS)("$name: the decision, the script and the citation can be read off it", async (size) => {
    await using server = await startServer();
    const { name: _name, colorScheme, ...viewport } = size;
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints = listen(page);

    await page.goto(server.url);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Replay a sample call" }).first().click();
    await page.getByRole("radio", { name: "×10" }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: CALL }).click();

    const card = page.getByRole("region", { name: "AI Suggestions" }).getByRole("article");
    await card.locator(".decision b").waitFor();
    expect(WORDS).toContain(await card.locator(".decision b").textContent());
    expect((await card.locator(".say p").textContent())?.length).toBeGreaterThan(20);
    expect(await violations(page)).toEqual([]);

    const quote = (await card.locator(".cite blockquote").first().textContent()) ?? "";
    expect(await quotedText(server.url, quote)).toContain(flat(quote));
    await card.locator(".cite").first().getByRole("button").click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText(quote.slice(0, 40)).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Everything the browser complains of: errors of the page, and what its content security policy refused. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return complaints;
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** The text of the clause that a quote on the newest session's first card stands in. */
async function quotedText(url: string, quote: string): Promise<string> {
  using client = connect(url);
  const { sessions } = await client.api.session.list.query({});
  const { state } = await client.api.session.get.query({ sessionId: sessions[0]?.sessionId ?? "" });
  const citation = state.cards
    .flatMap(({ citations }) => citations)
    .find((each) => flat(each.quote) === flat(quote));
  if (!citation) throw new Error("the page shows a quote that no card carries");
  const { documentId, version, clauseId } = citation;
  const { clauses } = await client.api.policy.document.query({ documentId, version });
  return flat(clauses.find((clause) => clause.clauseId === clauseId)?.text ?? "");
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
