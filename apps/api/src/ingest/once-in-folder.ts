import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Does work unless it was done before; what was done is remembered, work that threw is not done. */
export type Once = (work: () => Promise<void>) => Promise<void>;

/** Remembers by an empty file of this name. One process at a time may use the folder. */
export function onceInFolder(folder: string, name: string): Once {
  const mark = join(folder, name);
  return async (work) => {
    if (await exists(mark)) return;
    await work();
    await mkdir(folder, { recursive: true });
    await writeFile(mark, "");
  };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
