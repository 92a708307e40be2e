import { MongoClient } from "mongodb";
import { openLoop, type Schedule } from "../load/open-loop.ts";

/**
 * The least that makes an event durable in MongoDB: one insert of a document as ours stores it, into a collection
 * without indexes of its own. The argument is the database's URI. A message with a schedule is answered with the
 * inserts' latencies, milliseconds from the time at which each was due.
 */
const [, , uri = ""] = process.argv;
const client = await new MongoClient(uri, {
  retryWrites: false,
  writeConcern: { w: "majority", journal: true },
  maxPoolSize: 50,
}).connect();
const stored = await client.db().collection("appends").find().limit(200).project({ _id: 0 }).toArray();
const bare = client.db().collection<{ readonly _id: string }>("bare_inserts");
await bare.insertOne({ _id: "first" });
let inserted = 0;

async function run(schedule: Schedule): Promise<readonly number[]> {
  const latencies: number[] = [];
  await openLoop(schedule, async (dueAt) => {
    const number = inserted++;
    await bare.insertOne({ ...stored[number % stored.length], _id: `bare:${number}` });
    latencies.push(performance.now() - dueAt);
  });
  return latencies;
}

process.on(
  "message",
  (schedule: Schedule) => void run(schedule).then((latencies) => process.send?.(latencies)),
);
process.on("SIGINT", () => undefined);
process.once("disconnect", () => void client.close().finally(() => process.exit()));
process.send?.("ready");
