import { describe } from "vitest";
import type { OpenCluster } from "../support/log-cluster.ts";
import { describeAppend } from "./session-log-append.contract.ts";
import { describeConcurrency } from "./session-log-concurrency.contract.ts";
import { describeDue } from "./session-log-due.contract.ts";
import { describeFollow } from "./session-log-follow.contract.ts";
import { describeReads } from "./session-log-reads.contract.ts";
import { describeRows } from "./session-log-rows.contract.ts";

/** What every session log does, whatever it is kept in and however many replicas write to it. */
export function describeSessionLog(name: string, open: OpenCluster): void {
  describe(`session log: ${name}`, () => {
    describeAppend(open);
    describeConcurrency(open);
    describeReads(open);
    describeFollow(open);
    describeDue(open);
    describeRows(open);
  });
}
