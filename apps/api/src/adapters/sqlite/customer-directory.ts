import type { DatabaseSync } from "node:sqlite";
import { type Customer, customerSchema } from "@live-copilot/shared";
import type { CustomerDirectory } from "@live-copilot/shared/copilot";
import { openDatabase } from "./open-database.ts";
import { guarded, inTransaction } from "./transaction.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS customers (
    customer_id TEXT NOT NULL PRIMARY KEY,
    customer TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS customer_phones (
    phone TEXT NOT NULL,
    customer_id TEXT NOT NULL REFERENCES customers (customer_id) ON DELETE CASCADE,
    PRIMARY KEY (phone, customer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS customer_phones_by_customer ON customer_phones (customer_id);
`;

/** The customers in a database file (`:memory:`: gone with its process). Disposing of it closes the file. */
export function openCustomerDirectory(path: string): CustomerDirectory & AsyncDisposable {
  const database = openDatabase(path);
  database.exec(SCHEMA);
  const byId = database.prepare("SELECT customer FROM customers WHERE customer_id = ?");
  const byPhone = database.prepare(
    `SELECT customer FROM customer_phones JOIN customers USING (customer_id)
     WHERE phone = ? ORDER BY customer_id`,
  );
  const count = database.prepare("SELECT count(*) AS total FROM customers");
  const write = createWriter(database);
  const run = <T>(work: () => T) => guarded("The customer directory", work);
  return {
    byPhone: (phone) => run(() => byPhone.all(phone).map(customerOf)),
    byId: (customerId) =>
      run(() => {
        const row = byId.get(customerId);
        return row ? customerOf(row) : null;
      }),
    put: (customers) => run(() => inTransaction(database, () => putCustomers(customers, byIdText, write))),
    count: () =>
      run(() => {
        const { total } = count.get() ?? {};
        return Number(total);
      }),
    [Symbol.asyncDispose]: async () => {
      if (database.isOpen) database.close();
    },
  };

  function byIdText(customerId: string): string | null {
    const { customer } = byId.get(customerId) ?? {};
    return typeof customer === "string" ? customer : null;
  }
}

function putCustomers(
  customers: readonly Customer[],
  stored: (customerId: string) => string | null,
  write: (customer: Customer, text: string) => void,
) {
  const done = { added: 0, changed: 0, unchanged: 0 };
  for (const customer of customers) {
    // The schema puts the fields into one order, so that equal records are equal texts.
    const text = JSON.stringify(customerSchema.parse(customer));
    const before = stored(customer.customerId);
    if (before === text) {
      done.unchanged += 1;
      continue;
    }
    write(customer, text);
    done[before === null ? "added" : "changed"] += 1;
  }
  return done;
}

function createWriter(database: DatabaseSync): (customer: Customer, text: string) => void {
  const put = database.prepare(
    `INSERT INTO customers (customer_id, customer) VALUES (?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET customer = excluded.customer`,
  );
  const forget = database.prepare("DELETE FROM customer_phones WHERE customer_id = ?");
  const note = database.prepare("INSERT OR IGNORE INTO customer_phones (phone, customer_id) VALUES (?, ?)");
  return ({ customerId, phones }, text) => {
    put.run(customerId, text);
    forget.run(customerId);
    for (const phone of phones) note.run(phone, customerId);
  };
}

/** What stands in the table was checked before it was stored. */
function customerOf({ customer }: Record<string, unknown>): Customer {
  return JSON.parse(String(customer));
}
