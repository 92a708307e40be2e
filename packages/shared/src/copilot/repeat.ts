/**
 * Does work again and again, `ms` after each time has ended, so that it never runs beside itself; the first time after
 * a pause too, or at once. The work must not throw. It does not keep the process alive. Gives what stops it, and
 * resolves when what was under way has ended.
 */
export function repeat(
  ms: number,
  work: () => Promise<void>,
  first: "at once" | "after a pause" = "after a pause",
): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function pause(): void {
    if (!isStopped) timer = setTimeout(run, ms).unref();
  }

  function run(): void {
    running = work().finally(pause);
  }

  if (first === "at once") run();
  else pause();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    return running;
  };
}
