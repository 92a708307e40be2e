import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** Path of a store's file, where the server looks for it: in DATA_DIR, else in `.data` at the repository's root. */
export function dataFile(name: string): string {
  return join(resolve(process.env["DATA_DIR"] || join(ROOT, ".data")), name);
}

/** A path as the user means it: from where they ran npm, not from where npm runs the script. */
export function userPath(path: string): string {
  return resolve(process.env["INIT_CWD"] || process.cwd(), path);
}
