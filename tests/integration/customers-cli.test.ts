import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openCustomerDirectory } from "@live-copilot/api/adapters/sqlite/customer-directory.ts";
import { expect, test } from "vitest";
import { runScript } from "../support/run-script.ts";
import { tempDir } from "../support/temp-dir.ts";

async function workplace() {
  const dir = await tempDir();
  const dataDir = join(dir.path, "data");
  return {
    async load(name: string, content: string) {
      const file = join(dir.path, name);
      await writeFile(file, content);
      return await runScript("apps/api/src/cli/customers.ts", [file], dataDir);
    },
    directory: () => openCustomerDirectory(join(dataDir, "customers.sqlite")),
    [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose](),
  };
}

const HEADER = "customerId,name,phones,address,state,plan,contractType,contractStart";

test("a CSV file is loaded, numbers in any form, states by name", async () => {
  await using place = await workplace();
  const rows = [
    HEADER,
    'C-1,"Trejo, Marisol",(512) 555-0142;512.555.0143,"1 Main St, Austin",texas,Plus,Homeowner,2026-03-14',
    "C-2,Dwayne,,,,,,",
  ];
  const run = await place.load("new.csv", `\uFEFF${rows.join("\r\n")}\r\n`);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^2 added, 0 changed, 0 unchanged; 2 customers in /);
  await using directory = place.directory();
  expect(await directory.byPhone("+15125550143")).toEqual([
    {
      customerId: "C-1",
      name: "Trejo, Marisol",
      phones: ["+15125550142", "+15125550143"],
      address: "1 Main St, Austin",
      state: "TX",
      plan: "Plus",
      contractType: "Homeowner",
      contractStart: "2026-03-14",
      claims: [],
      limits: [],
    },
  ]);
});

test("a JSON file carries claims and limits, and says what changed", async () => {
  await using place = await workplace();
  const record = {
    customerId: "C-1",
    name: "A",
    phones: ["5125550142"],
    limits: [{ name: "x", total: 5, used: 1 }],
  };
  await place.load("a.json", JSON.stringify([record, { customerId: "C-2", name: "B", phones: [] }]));
  const changed = { ...record, limits: [{ name: "x", total: 5, used: 2 }] };
  const run = await place.load(
    "a.json",
    JSON.stringify([changed, { customerId: "C-2", name: "B", phones: [] }]),
  );
  expect(run.stdout).toMatch(/^0 added, 1 changed, 1 unchanged; 2 customers/);
});

test("a CSV file leaves the claims and limits that a JSON file brought", async () => {
  await using place = await workplace();
  const limits = [{ name: "Cooling", total: 2000, used: 150 }];
  await place.load("a.json", JSON.stringify([{ customerId: "C-1", name: "A", phones: [], limits }]));
  const run = await place.load("b.csv", "customerId,name,phones\nC-1,Another,\n");
  expect(run.stdout).toMatch(/^0 added, 1 changed/);
  await using directory = place.directory();
  expect(await directory.byId("C-1")).toEqual({
    customerId: "C-1",
    name: "Another",
    phones: [],
    claims: [],
    limits,
  });
});

test("options: a list, none, or nothing said, which leaves what is stored", async () => {
  await using place = await workplace();
  const header = "customerId,name,phones,options";
  await place.load(
    "a.csv",
    [header, "C-1,A,,Pool and Spa; Roof Leak;", "C-2,B,,None", "C-3,C,,", ""].join("\n"),
  );
  await place.load("b.csv", ["customerId,name,phones", "C-1,A,", "C-2,B,", "C-3,C,", ""].join("\n"));
  await using directory = place.directory();
  expect((await directory.byId("C-1"))?.options).toEqual(["Pool and Spa", "Roof Leak"]);
  expect((await directory.byId("C-2"))?.options).toEqual([]);
  expect(await directory.byId("C-3")).not.toHaveProperty("options");
  const many = Array.from({ length: 51 }, (_, n) => `O${n}`);
  const records = [
    { customerId: "C-1", name: "A", phones: [], options: many },
    { customerId: "C-2", name: "B", phones: [], options: ["x".repeat(201)] },
  ];
  const refused = await place.load("c.json", JSON.stringify(records));
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("record 1, options:");
  expect(refused.stderr).toContain("record 2, options.0:");
});

test.each([
  [
    "a.csv",
    "customerId,nam,phones\nC-1,A,\n",
    ['line 1, nam: unknown column, did you mean "name"?', "line 1, name: this column is missing"],
  ],
  [
    "a.csv",
    `${HEADER}\nC-1,A,123,,Texsa,,,2026-02-30\n`,
    [
      'line 2, phones.0: "123" is no telephone number',
      'line 2, state: "Texsa" is no US state',
      "line 2, contractStart: expected a date such as 2026-01-31",
    ],
  ],
  ["a.csv", `${HEADER}\nC-1,A,,,,,,\n\nC-1,B,,,,,,\n`, ['line 4, customerId: "C-1" is also in line 2']],
  ["a.csv", `${HEADER}\nC-1,A\n`, ["line 2", "Nothing was stored: 1 problem"]],
  ["a.csv", `${HEADER}\n,A,,,,,,\n`, ["line 2, customerId: expected a value"]],
  ["a.json", "[{]", ["file: no JSON"]],
  ["a.json", "{}", ["expected an array of customers"]],
  ["a.json", '[{"customerId":"C-1","name":"A","phones":[],"plam":"Plus"}]', ["record 1", "plam"]],
  ["a.txt", "", ["Expected one .csv or .json file"]],
])("%s %j is refused as a whole", async (name, content, messages) => {
  await using place = await workplace();
  const run = await place.load(name, content);
  expect(run.code).toBe(1);
  for (const message of messages) expect(run.stderr).toContain(message);
  expect(run.stderr).not.toContain("    at ");
  await using directory = place.directory();
  expect(await directory.count()).toBe(0);
});
