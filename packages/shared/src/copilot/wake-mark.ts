/** One bit between those who call and one who waits: however often it is set, it wakes once. */
export interface WakeMark {
  mark(): void;
  /** Resolves when it was marked since the last time, or the signal was aborted. */
  marked(): Promise<void>;
  close(): void;
}

/** Makes a mark that also sets itself every `everyMs`, where given, without keeping the process alive. */
export function createWakeMark(signal: AbortSignal, everyMs?: number): WakeMark {
  let isMarked = false;
  let wake: (() => void) | undefined;

  function mark(): void {
    isMarked = true;
    wake?.();
  }

  const timer = everyMs === undefined ? undefined : setInterval(mark, everyMs);
  timer?.unref();
  signal.addEventListener("abort", mark);
  return {
    mark,
    async marked() {
      if (!isMarked && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      wake = undefined;
      isMarked = false;
    },
    close() {
      clearInterval(timer);
      signal.removeEventListener("abort", mark);
    },
  };
}
