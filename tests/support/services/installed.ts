import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ServiceMissingError } from "./service.ts";

const INSTALLED = fileURLToPath(new URL("../../../.services/", import.meta.url));

/** What `install.sh` puts into the folder of this repository. */
export const FERRETDB = join(INSTALLED, "bin/ferretdb");
export const MILVUS_LITE = join(INSTALLED, "venv/bin/milvus-lite");

/** The path itself; throws ServiceMissingError when there is no such file. */
export function needFile(path: string, what: string): string {
  if (!existsSync(path)) throw new ServiceMissingError(what);
  return path;
}

/** Finds a program on the search path; throws ServiceMissingError when there is none. */
export function needProgram(name: string): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new ServiceMissingError(name);
  return found;
}
