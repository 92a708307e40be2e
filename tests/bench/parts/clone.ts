import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../support/start-server.ts";

/** The workspaces' own scope under node_modules. */
const OWN = "@live-copilot";

/** The committed project in a folder of its own, as it is right after an install; removed when disposed. */
export async function cloneInstalled(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "live-copilot-clone-"));
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", ROOT, path]);
  await linkModules(path);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Installed packages are borrowed; the workspaces' names lead to the clone's own folders. */
async function linkModules(path: string): Promise<void> {
  const from = join(ROOT, "node_modules");
  const to = join(path, "node_modules");
  await mkdir(join(to, OWN), { recursive: true });
  for (const name of await readdir(from)) {
    if (name !== OWN && name !== ".cache") await symlink(join(from, name), join(to, name));
  }
  for (const [name, folder] of [
    ["api", "apps/api"],
    ["web", "apps/web"],
    ["shared", "packages/shared"],
  ] as const) {
    await symlink(join(path, folder), join(to, OWN, name));
  }
}
