import { connect, type Socket } from "node:net";

/** One kept-alive connection that posts to the webhook, one request at a time. */
export interface HttpConnection extends Disposable {
  /** Resolves with the answer's status once it is there in full. Opens the connection where it is not open. */
  post(body: string): Promise<number>;
}

interface Waiting {
  readonly resolve: (status: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A connection that speaks the little of HTTP/1.1 that this takes by itself, since a general client takes more
 * processor time for a request than the bare reference does, and would be what is measured.
 */
export function httpConnection(url: string): HttpConnection {
  const { hostname, port, host } = new URL(url);
  const head = `POST /webhook HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: `;
  let socket: Socket | undefined;
  let waiting: Waiting | undefined;

  const settle = (act: (waited: Waiting) => void) => {
    const waited = waiting;
    waiting = undefined;
    if (waited) act(waited);
  };
  const open = () => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true });
    let received = "";
    opened.setEncoding("latin1");
    opened.on("data", (chunk: string) => {
      received += chunk;
      const status = readAnswer(received);
      if (status === null) return;
      received = "";
      settle(({ resolve }) => resolve(status));
    });
    opened.on("error", (error) => settle(({ reject }) => reject(error)));
    // A server closes what was idle for long; the next request opens it again.
    const forget = () => {
      if (socket === opened) socket = undefined;
    };
    opened.on("end", forget);
    opened.on("close", () => {
      forget();
      settle(({ reject }) => reject(new Error("The server closed the connection.")));
    });
    return opened;
  };

  return {
    post(body) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      });
    },
    [Symbol.dispose]: () => void socket?.destroy(),
  };
}

/** The status of a whole answer; null while some of it is missing. */
function readAnswer(received: string): number | null {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(received)?.[1] ?? 0);
  return received.length >= end + 4 + length ? Number(received.slice(9, 12)) : null;
}
