import { connect } from "node:net";

/** One kept-alive connection that posts to the webhook, one request at a time. */
export interface HttpConnection extends Disposable {
  /** Resolves with the answer's status once it is there in full. */
  post(body: string): Promise<number>;
}

interface Waiting {
  readonly resolve: (status: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens a connection. It speaks the little of HTTP/1.1 that this takes by itself, since a general client takes more
 * processor time for a request than the bare reference does, and would be what is measured.
 */
export async function openConnection(url: string): Promise<HttpConnection> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.off("error", reject);
      resolve();
    });
  });
  const head = `POST /webhook HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: `;
  let waiting: Waiting | undefined;
  let received = "";
  const fail = (error: Error) => waiting?.reject(error);
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("The server closed the connection.")));
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    const status = readAnswer(received);
    if (status === null) return;
    received = "";
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(status);
  });
  return {
    post(body) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      });
    },
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

/** The status of a whole answer; null while some of it is missing. */
function readAnswer(received: string): number | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(received)?.[1] ?? 0);
  return received.length >= end + 4 + length ? Number(received.slice(9, 12)) : null;
}
