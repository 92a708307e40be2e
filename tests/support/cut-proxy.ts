import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A cable between a client and a server that can be cut at the worst moment. */
export interface CutProxy extends AsyncDisposable {
  readonly port: number;
  /**
   * The next time the client sends what matches (read as Latin-1): `before` drops it with the connection; `after` lets
   * the server have it, and drops the connection in the place of its answer. Gives whether it has happened.
   */
  cut(sent: RegExp, moment: "before" | "after"): () => boolean;
  /** The next time the client sends what matches, that connection waits until `until` resolves, and then goes on. */
  hold(sent: RegExp, until: () => Promise<unknown>): void;
}

interface Cut {
  readonly sent: RegExp;
  readonly moment: "before" | "after";
  done: boolean;
}

/** Opens a proxy on a free port of loopback. */
export async function openCutProxy(target: { readonly port: number }): Promise<CutProxy> {
  const open = new Set<Socket>();
  let next: Cut | undefined;
  let held: { readonly sent: RegExp; readonly until: () => Promise<unknown> } | undefined;
  const server = createServer((client) => {
    const upstream = connect(target.port, "127.0.0.1");
    let isCutting = false;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        open.delete(socket);
        end();
      });
    }
    client.on("data", async (chunk) => {
      if (held?.sent.test(chunk.toString("latin1"))) {
        const { until } = held;
        held = undefined;
        client.pause();
        await until();
        client.resume();
      }
      const due = next && !next.done && next.sent.test(chunk.toString("latin1")) ? next : undefined;
      if (due) {
        due.done = true;
        isCutting = true;
        if (due.moment === "before") return end();
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => (isCutting ? end() : client.write(chunk)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cut(sent, moment) {
      const cut = { sent, moment, done: false };
      next = cut;
      return () => cut.done;
    },
    hold(sent, until) {
      held = { sent, until };
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
