import { randomBytes } from "node:crypto";

/** What the names begin with that the suites of this run give to what they make on a server. */
export function namesBeginWith(): string {
  return `live_copilot_test_${process.env["TEST_RUN"] ?? process.pid}_`;
}

/** A name that nobody else uses; it will do for a database, a collection, a channel or a key. */
export function freshName(): string {
  return namesBeginWith() + randomBytes(6).toString("hex");
}
