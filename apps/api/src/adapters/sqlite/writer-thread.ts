import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { FromWriter, ToWriter, WriterOp } from "./writer-messages.ts";
import { openWriterStore, type WriterStore } from "./writer-store.ts";

/** Operations in one commit at most, so that its answers come back in small portions. */
const GROUP = 256;

/** The thread that writes. Everything that came while the last commit ran is the next commit. */
function run(port: MessagePort, store: WriterStore): void {
  port.on("message", (first: ToWriter) => {
    let next: ToWriter | undefined = first;
    while (next) {
      const ops: WriterOp[] = [];
      let closing = false;
      while (next) {
        if ("close" in next) closing = true;
        else ops.push(...next.ops);
        next = ops.length < GROUP && !closing ? receive(port) : undefined;
      }
      if (ops.length > 0) answer(port, { answers: store.commit(ops) });
      if (closing) return finish(port, store);
      next = receive(port);
    }
  });
}

function receive(port: MessagePort): ToWriter | undefined {
  return receiveMessageOnPort(port)?.message;
}

function finish(port: MessagePort, store: WriterStore): void {
  store.close();
  port.close();
}

function answer(port: MessagePort, message: FromWriter): void {
  port.postMessage(message);
}

function start(port: MessagePort): void {
  try {
    const store = openWriterStore(String(workerData.file));
    answer(port, { ready: true });
    run(port, store);
  } catch (error) {
    answer(port, { refused: error instanceof Error ? error.message : String(error) });
    port.close();
  }
}

if (parentPort) start(parentPort);
