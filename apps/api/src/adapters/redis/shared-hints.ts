import { createHintBoard, type Signals } from "@live-copilot/shared/copilot";
import { both, type SharedDeps } from "./links.ts";
import { readHint, writeHint } from "./messages.ts";

export interface SharedHints extends Pick<Signals, "hint" | "onHint" | "onAnyHint"> {
  /** A hint came from Redis. */
  heard(sessionId: string, text: string): void;
}

/** Hints that reach the listeners of this process at once, and those of the others through Redis. */
export function createSharedHints({ links, names, origin }: SharedDeps): SharedHints {
  const board = createHintBoard((sessionId, seq) => {
    const message = writeHint({ from: origin, seq });
    // A hint that is lost costs a moment: the log is looked at anyway.
    links
      .publisher()
      ?.publish(names.hintChannel(sessionId), message)
      .catch(() => undefined);
  });
  return {
    hint: board.hint,
    onHint: (sessionId, listener) =>
      both(board.onHint(sessionId, listener), links.listen(names.hintChannel(sessionId))),
    onAnyHint: (listener) => both(board.onAnyHint(listener), links.listenToAnyHint()),
    heard(sessionId, text) {
      const message = readHint(text);
      if (message && message.from !== origin) board.heard(sessionId, message.seq);
    },
  };
}
