import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";

/** Where a client's dependencies lie in this repository. */
const PACKAGES = {
  "@live-copilot/api": "apps/api",
  "@live-copilot/shared": "packages/shared",
  "@trpc/client": "node_modules/@trpc/client",
  "@trpc/server": "node_modules/@trpc/server",
};

/** The strictest settings that a client might have; none of the repository's own are among them. */
const STRICT = {
  target: "es2024",
  lib: ["es2024", "esnext.disposable", "dom", "dom.iterable"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  types: [],
  noEmit: true,
};

export const RESOLUTIONS = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
} as const;

/** A project outside the repository, linked to its packages as `file:` dependencies are. */
export interface OutsideProject extends AsyncDisposable {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** What the compiler says of the project's files; empty when nothing is wrong. */
  typeErrors(
    resolution: keyof typeof RESOLUTIONS,
    settings?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
}

/** Makes an empty project in the system's folder for temporary files. */
export async function outsideProject(): Promise<OutsideProject> {
  for (const built of ["apps/api/dist/router.d.ts", "packages/shared/dist/domain.d.ts"]) {
    if (!existsSync(join(ROOT, built))) throw new Error(`${built} is missing: run \`npm run build\` first`);
  }
  const dir = await tempDir();
  const write = async (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir.path, name), text);
  };
  for (const scope of ["@live-copilot", "@trpc"])
    await mkdir(join(dir.path, "node_modules", scope), { recursive: true });
  for (const [name, path] of Object.entries(PACKAGES))
    await symlink(join(ROOT, path), join(dir.path, "node_modules", name), "junction");
  const dependencies = Object.fromEntries(
    Object.entries(PACKAGES).map(([name, path]) => [name, `file:${join(ROOT, path)}`]),
  );
  await write({ "package.json": JSON.stringify({ type: "module", private: true, dependencies }) });
  return {
    path: dir.path,
    write,
    async typeErrors(resolution, settings = {}) {
      const compilerOptions = { ...STRICT, ...RESOLUTIONS[resolution], ...settings };
      await write({ "tsconfig.json": JSON.stringify({ compilerOptions, include: ["*.ts"] }) });
      return (await run(dir.path, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."])).output;
    },
    [Symbol.asyncDispose]: () => dir[Symbol.asyncDispose](),
  };
}

/** Runs Node in a folder to its end; gives its exit code and everything that it wrote. */
export async function run(
  cwd: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const listen = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once("error", reject);
  child.once("close", resolve);
  return { code: await promise, output };
}
