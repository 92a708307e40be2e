import { type HttpConnection, httpConnection } from "./http-connection.ts";

/** Connections to one webhook; a request waits for one that is free. */
export interface ConnectionPool extends Disposable {
  readonly connections: readonly HttpConnection[];
  /** Posts on the next free connection. Rejects unless the webhook takes it (202). */
  post(body: string): Promise<void>;
}

export function connectionPool(url: string, size: number): ConnectionPool {
  const connections = Array.from({ length: size }, () => httpConnection(url));
  const free = [...connections];
  const waiting: ((connection: HttpConnection) => void)[] = [];
  const take = () =>
    new Promise<HttpConnection>((resolve) => {
      const connection = free.pop();
      if (connection) resolve(connection);
      else waiting.push(resolve);
    });
  return {
    connections,
    async post(body) {
      const connection = await take();
      const status = await connection.post(body);
      const next = waiting.shift();
      if (next) next(connection);
      else free.push(connection);
      checkStatus(status);
    },
    [Symbol.dispose]() {
      for (const connection of connections) connection[Symbol.dispose]();
    },
  };
}

export function checkStatus(status: number): void {
  if (status !== 202) throw new Error(`The webhook answered ${status}.`);
}
