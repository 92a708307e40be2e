import { openSessionLog } from "@live-copilot/api/adapters/sqlite/session-log.ts";
import { segmentFact } from "./facts.ts";

/**
 * A process that appends to three sessions for as long as it lives, eight calls at a time, and prints each event
 * once it was acknowledged: `<session> <seq> <key>`. Its first argument is the file, its second names its keys.
 */
const [file = "", round = ""] = process.argv.slice(2);
const log = await openSessionLog({ file });

async function appendForEver(writer: number): Promise<never> {
  for (let n = 1; ; n += 1) {
    const sessionId = `call-${(writer + n) % 3}`;
    const ids = n % 5 === 0 ? [`${n}a`, `${n}b`, `${n}c`] : [`${n}`];
    const facts = ids.map((id) => segmentFact(`${round}-${writer}-${id}`));
    const appended = await log.append(sessionId, facts, n);
    process.stdout.write(appended.map(({ event }) => `${sessionId} ${event.seq} ${event.key}\n`).join(""));
  }
}

await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(appendForEver));
