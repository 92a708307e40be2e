import { lockDataDir } from "@live-copilot/api/adapters/sqlite/data-dir-lock.ts";

/** A process that takes the data directory of its first argument, says so, and holds it until it is killed. */
lockDataDir(process.argv[2] ?? "");
process.stdout.write("held\n");
setInterval(() => {}, 60_000);
