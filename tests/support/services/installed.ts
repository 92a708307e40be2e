import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "../start-server.ts";
import { ServiceMissingError } from "./service.ts";

/** What `install.sh` puts into the folder of this repository. */
export const FERRETDB = join(ROOT, ".services/bin/ferretdb");
export const MILVUS_LITE = join(ROOT, ".services/venv/bin/milvus-lite");

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
