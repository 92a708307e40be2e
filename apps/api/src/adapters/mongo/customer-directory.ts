import { type Customer, customerSchema } from "@live-copilot/shared";
import type { CustomerDirectory } from "@live-copilot/shared/copilot";
import type { Collection, Db } from "mongodb";
import { guarded, isDuplicate } from "./connect.ts";
import { ensureIndexes } from "./indexes.ts";

/** A customer: the record in JSON, which keeps it word for word, and what it is looked up by. */
interface CustomerDocument {
  readonly _id: string;
  readonly phones: readonly string[];
  readonly customer: string;
}

/** Records that are read and added at once: well under the time that a command may take. */
const BATCH = 250;
/** Records that are replaced at once. FerretDB keeps a connection for each until all are done, and has 50. */
const REPLACED = 10;

/**
 * The customers in a MongoDB database. Rejects with CopilotError UNAVAILABLE. `put` stores batch after batch: when the
 * database is lost midway, some are stored and the rest is not; putting them all again completes it.
 */
export async function openMongoCustomerDirectory(db: Db): Promise<CustomerDirectory> {
  const customers = db.collection<CustomerDocument>("customers");
  await guarded(() => ensureIndexes(db, "customers"));
  return {
    byPhone: (phone) =>
      guarded(async () => {
        const found = await customers.find({ phones: phone }).sort({ _id: 1 }).toArray();
        return found.map(customerOf);
      }),
    byId: (customerId) =>
      guarded(async () => {
        const found = await customers.findOne({ _id: customerId });
        return found && customerOf(found);
      }),
    put: (given) => guarded(() => putCustomers(customers, given)),
    count: () => guarded(() => customers.countDocuments()),
  };
}

async function putCustomers(collection: Collection<CustomerDocument>, given: readonly Customer[]) {
  const done = { added: 0, changed: 0, unchanged: 0 };
  // All are read before the first is stored: what is wrong with one of them stops the call.
  const documents = given.map(documentOf);
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH);
    const texts = await storedTexts(collection, batch);
    const added = new Map<string, CustomerDocument>();
    const changed = new Map<string, CustomerDocument>();
    for (const document of batch) {
      const before = texts.get(document._id);
      if (before === document.customer) {
        done.unchanged += 1;
        continue;
      }
      const isNew = before === undefined || added.has(document._id);
      done[before === undefined ? "added" : "changed"] += 1;
      texts.set(document._id, document.customer);
      (isNew ? added : changed).set(document._id, document);
    }
    const taken = await insertAll(collection, [...added.values()]);
    await replaceAll(collection, [...changed.values(), ...taken]);
  }
  return done;
}

async function storedTexts(
  collection: Collection<CustomerDocument>,
  batch: readonly CustomerDocument[],
): Promise<Map<string, string>> {
  const ids = [...new Set(batch.map(({ _id }) => _id))];
  const stored = await collection.find({ _id: { $in: ids } }).toArray();
  return new Map(stored.map(({ _id, customer }) => [_id, customer]));
}

/** Gives those that may not have been added because another process added one of them a moment before. */
async function insertAll(
  collection: Collection<CustomerDocument>,
  documents: readonly CustomerDocument[],
): Promise<readonly CustomerDocument[]> {
  if (documents.length === 0) return [];
  try {
    await collection.insertMany(documents, { ordered: false });
    return [];
  } catch (error) {
    if (isDuplicate(error)) return documents;
    throw error;
  }
}

async function replaceAll(
  collection: Collection<CustomerDocument>,
  documents: readonly CustomerDocument[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += REPLACED) {
    const operations = documents
      .slice(start, start + REPLACED)
      .map((document) => ({ replaceOne: { filter: { _id: document._id }, replacement: document } }));
    await collection.bulkWrite(operations, { ordered: false });
  }
}

function documentOf(given: Customer): CustomerDocument {
  // The schema puts the fields into one order, so that equal records are equal texts.
  const customer = customerSchema.parse(given);
  return { _id: customer.customerId, phones: customer.phones, customer: JSON.stringify(customer) };
}

/** What is stored was checked before it was stored. */
function customerOf({ customer }: CustomerDocument): Customer {
  return JSON.parse(customer);
}
