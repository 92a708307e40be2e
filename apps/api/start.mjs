// Plain JavaScript on purpose: it must run, and say what to do, on any Node.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const [major] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `Live Copilot runs on Node 24; this is ${process.version}. ` +
      "`npm install` brings Node 24 for common platforms, and `npm start` uses it: run it through npm. " +
      "On other platforms, or if optional dependencies were left out, install Node 24.",
  );
  process.exit(1);
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
const build = spawnSync(
  process.execPath,
  [turbo, "run", "build", "--filter=@live-copilot/web", "--output-logs=errors-only", "--log-order=stream"],
  { cwd: root, encoding: "utf8", env: { TURBO_TELEMETRY_DISABLED: "1", ...process.env } },
);
if (build.status !== 0) {
  console.error(build.stdout + build.stderr);
  console.error("The page could not be built: see above. The server starts without it.");
}
await import("./src/main.ts");
