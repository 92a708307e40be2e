import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, vi } from "vitest";
import { connect, post } from "../support/client.ts";
import { findBrowser, openBrowser } from "../support/open-browser.ts";
import { openHealth } from "../support/open-health.ts";
import { startServer } from "../support/start-server.ts";

const found = await findBrowser();

const CALL = { phone: "(512) 555-0123", state: "TX", plan: "Plus", contractType: "Homeowner" };

test.skipIf(!found)(
  "what goes away is said at the foot, calmly, and gone again, and the answer stays where it is",
  async () => {
    if (!found) return;
    const health = openHealth();
    await using server = await startServer({}, undefined, () => ({ health }));
    using client = connect(server.url);
    await client.api.copilot.enable.mutate({ sessionId: "c1" });
    await post(server.url, { sessionId: "c1", ...CALL, text: "Is the dishwasher covered?" });
    const browser = await openBrowser(found);
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    const page = await context.newPage();
    await page.goto(`${server.url}/calls/c1`);
    const room = page.getByRole("region", { name: "AI Suggestions" });
    const card = room.getByRole("article");
    await card.getByText("Covered", { exact: true }).waitFor();
    const place = await card.boundingBox();
    const notes = room.locator(".copilot-notes[role=status]");
    expect(await notes.textContent()).toBe("");

    health.set("feed");
    await notes.getByText("Updates may come a second late.").waitFor();
    expect(await card.boundingBox()).toEqual(place);
    health.set("model", "feed");
    await notes.getByText("The assistant is away.").waitFor();
    health.set("model", "policies", "customers", "feed");
    await notes.getByText("Customers can't be looked up right now.").waitFor();
    expect(await notes.getByText("Policies can't be searched right now.").count()).toBe(1);
    expect(await notes.getByText("The assistant is away.").count()).toBe(0);
    expect(await card.boundingBox()).toEqual(place);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

    health.set("something new" as "feed");
    await notes.getByText("Something is away right now.").waitFor();
    health.set();
    await vi.waitFor(async () => expect(await notes.textContent()).toBe(""));
    await browser.close();
  },
  60_000,
);
