/**
 * Does work again and again, `ms` after each time has ended, so that it never runs beside itself; the first time after
 * `firstMs`. The work must not throw. It does not keep the process alive. Gives what stops it, and resolves when what
 * was under way has ended.
 */
export function repeat(ms: number, work: () => Promise<void>, firstMs: number = ms): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(run, firstMs).unref();

  function run(): void {
    running = work().finally(() => {
      if (!isStopped) timer = setTimeout(run, ms).unref();
    });
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
    return running;
  };
}
