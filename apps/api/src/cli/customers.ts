import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Customer } from "@live-copilot/shared";
import type { CustomerDirectory } from "@live-copilot/shared/copilot";
import { parseCustomers } from "../ingest/parse-customers.ts";
import { userPath } from "./data-file.ts";
import { openCustomers } from "./open-stores.ts";
import { Refusal, runCli } from "./run-cli.ts";

const USAGE = `Adds customers, or replaces those with the same customerId. Nothing is stored when a row is wrong.

  npm run customers -- <file.csv|file.json>

The formats: docs/library-format.md. The customers are kept in the MongoDB of MONGODB_URI where that is
set, else in DATA_DIR (default: .data).
`;

const READ_AT_ONCE = 20;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const [given] = positionals;
  if (given === undefined || positionals.length > 1 || !/\.(?:csv|json)$/i.test(given)) {
    throw new Refusal(`Expected one .csv or .json file.\n\n${USAGE}`);
  }
  const content = await readFile(userPath(given), "utf8").catch(() => {
    throw new Refusal(`The file ${userPath(given)} cannot be read.`);
  });
  const name = basename(given);
  const { customers, problems } = parseCustomers(name, content);
  if (problems) {
    const lines = problems.map(
      ({ row, field, message }) => `${name} ${row}${field && `, ${field}`}: ${message}`,
    );
    throw new Refusal([...lines, `Nothing was stored: ${countOf(problems.length)} in ${name}.`].join("\n"));
  }
  await using opened = await openCustomers();
  const { store: directory, place } = opened;
  const records = name.toLowerCase().endsWith(".csv") ? await withHistory(directory, customers) : customers;
  const { added, changed, unchanged } = await directory.put(records);
  process.stdout.write(
    `${added} added, ${changed} changed, ${unchanged} unchanged; ${await directory.count()} customers in ${place}.\n`,
  );
}

/** A CSV file has no columns for claims and limits: those that are stored stay, as do options where it names none. */
async function withHistory(
  directory: CustomerDirectory,
  customers: readonly Customer[],
): Promise<Customer[]> {
  const records: Customer[] = [];
  for (let start = 0; start < customers.length; start += READ_AT_ONCE) {
    const batch = customers.slice(start, start + READ_AT_ONCE);
    const stored = await Promise.all(batch.map(({ customerId }) => directory.byId(customerId)));
    for (const [index, customer] of batch.entries()) {
      const { claims, limits, options } = stored[index] ?? customer;
      records.push({ ...(options ? { options } : {}), ...customer, claims, limits });
    }
  }
  return records;
}

function countOf(problems: number): string {
  return problems === 1 ? "1 problem" : `${problems} problems`;
}

await runCli(main);
