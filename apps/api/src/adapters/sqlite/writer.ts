import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { CopilotError } from "@live-copilot/shared";
import type { FromWriter, ToWriter, WriterAnswer, WriterOp } from "./writer-messages.ts";

export interface WriterOptions {
  readonly file: string;
  /** Operations that may wait for their commit. */
  readonly maxWaiting: number;
  /** Characters of JSON that may wait for their commit. */
  readonly maxWaitingChars: number;
  /** Called when the answers of a commit were all given. */
  readonly onCommitted: () => void;
}

export interface WriterRequest {
  readonly op: WriterOp;
  /** Characters that it keeps in memory until it is committed. */
  readonly chars: number;
}

/** The main thread's end of the writer. */
export interface Writer {
  /**
   * Hands an operation over; `onAnswer` is called once it is on the disk, in the order of the calls. Throws
   * CopilotError UNAVAILABLE when too many wait or the writer is gone.
   */
  submit(request: WriterRequest, onAnswer: (answer: WriterAnswer) => void): void;
  /** Takes nothing more, waits for what was accepted, calls `release`, then ends the thread. */
  close(release: () => void): Promise<void>;
}

interface Waiting {
  readonly chars: number;
  readonly onAnswer: (answer: WriterAnswer) => void;
}

/** Operations in one message to the thread; a longer queue goes in several. */
const MESSAGE = 256;

/** Starts the thread. Rejects with the operator's message when the file cannot be used. */
export async function startWriter(options: WriterOptions): Promise<Writer> {
  const worker = new Worker(new URL("./writer-thread.ts", import.meta.url), {
    workerData: { file: options.file },
    name: "session-log-writer",
  });
  await untilReady(worker);
  return createWriter(worker, options);
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.on("message", function heard(message: FromWriter) {
      // Node's watch mode sends messages of its own over this port.
      if (!("ready" in message || "refused" in message)) return;
      worker.off("error", reject);
      worker.off("message", heard);
      if ("refused" in message) reject(new CopilotError("UNAVAILABLE", message.refused));
      else resolve();
    });
  });
}

function createWriter(worker: Worker, options: WriterOptions): Writer {
  const inbox = createInbox(worker, options);
  let closing: Promise<void> | undefined;
  worker.on("message", (message: FromWriter) => {
    if (!("answers" in message)) return;
    message.answers.forEach(inbox.answer);
    options.onCommitted();
  });
  worker.on("error", (error) => inbox.fail(error.message));
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      inbox.fail("the writer has ended");
      resolve();
    });
  });
  return {
    submit: inbox.submit,
    close(release) {
      closing ??= inbox.drain().then(() => {
        release();
        worker.postMessage({ close: true } satisfies ToWriter);
        return ended;
      });
      return closing;
    },
  };
}

/** What waits for its commit, oldest first; handed to the thread once per turn of the event loop. */
function createInbox(worker: Worker, { maxWaiting, maxWaitingChars }: WriterOptions) {
  const waiting = createQueue<Waiting>();
  let unsent: WriterOp[] = [];
  let chars = 0;
  let gone: string | undefined;
  let onEmpty: (() => void) | undefined;

  function send(): void {
    for (let at = 0; at < unsent.length; at += MESSAGE) {
      const message: ToWriter = { ops: unsent.slice(at, at + MESSAGE) };
      worker.postMessage(message);
    }
    unsent = [];
  }

  function answer(given: WriterAnswer): void {
    const next = waiting.shift();
    if (!next) return;
    chars -= next.chars;
    next.onAnswer(given);
    if (waiting.size() === 0) onEmpty?.();
  }

  return {
    answer,
    submit({ op, chars: opChars }: WriterRequest, onAnswer: Waiting["onAnswer"]): void {
      if (gone) throw new CopilotError("UNAVAILABLE", "The session log is closed.");
      if (waiting.size() >= maxWaiting || chars + opChars > maxWaitingChars) {
        throw new CopilotError("UNAVAILABLE", "Too much waits to be stored.", { retryAfter: 1 });
      }
      chars += opChars;
      waiting.push({ chars: opChars, onAnswer });
      if (unsent.push(op) === 1) setImmediate(send);
    },
    fail(why: string): void {
      gone ??= why;
      while (waiting.size() > 0) answer({ failed: gone, poison: false });
    },
    /** Takes nothing more; resolves when everybody who waited has had an answer, and time to act on it. */
    async drain(): Promise<void> {
      gone ??= "closed";
      while (waiting.size() > 0) await new Promise<void>((resolve) => (onEmpty = resolve));
      await nextTurn();
    },
  };
}

/** A queue whose shift costs the same however long it is. */
function createQueue<T>() {
  let items: T[] = [];
  let first = 0;
  return {
    size: () => items.length - first,
    push: (item: T) => items.push(item),
    shift(): T | undefined {
      const item = items[first];
      if (item === undefined) return undefined;
      first += 1;
      if (first === items.length || first > 4_096) {
        items = items.slice(first);
        first = 0;
      }
      return item;
    },
  };
}
