import { join } from "node:path";
import { openCustomerDirectory } from "@live-copilot/api/adapters/sqlite/customer-directory.ts";
import { expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.ts";
import { describeCustomerDirectory } from "./customer-directory.contract.ts";

describeCustomerDirectory("sqlite", async () => openCustomerDirectory(":memory:"));

test("a file keeps its customers, and others who have it open see them", async () => {
  await using dir = await tempDir();
  const file = join(dir.path, "customers.sqlite");
  await using reader = openCustomerDirectory(file);
  {
    await using writer = openCustomerDirectory(file);
    await writer.put([{ customerId: "C-1", name: "A", phones: ["+15125550142"], claims: [], limits: [] }]);
  }
  expect(await reader.byPhone("+15125550142")).toHaveLength(1);
});
