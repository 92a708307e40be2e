import { join } from "node:path";
import { openSessionLog, type SessionLogOptions } from "@live-copilot/api/adapters/sqlite/session-log.ts";
import type { OpenCluster } from "../support/log-cluster.ts";
import { tempDir } from "../support/temp-dir.ts";
import { describeSessionLog } from "./session-log.contract.ts";

function openWith(options: Omit<SessionLogOptions, "file" | "clock">): OpenCluster {
  return async (clock) => {
    const dir = await tempDir();
    const log = await openSessionLog({ ...options, file: join(dir.path, "sessions.db"), clock });
    return {
      logs: [log],
      async [Symbol.asyncDispose]() {
        await log.close();
        await dir[Symbol.asyncDispose]();
      },
    };
  };
}

describeSessionLog("sqlite", openWith({}));
describeSessionLog("sqlite without memory for the ends of sessions", openWith({ tailBytes: 0 }));
