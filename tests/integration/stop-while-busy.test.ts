import { once } from "node:events";
import { connect as connectSocket } from "node:net";
import { expect, test } from "vitest";
import { connect } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("a request that is under way when the server stops is answered, and its connection does not hold up the end", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  const { hostname, port } = new URL(server.url);
  const socket = connectSocket(Number(port), hostname);
  await once(socket, "connect");
  const body = JSON.stringify({ sessionId: "c1", text: "hello" });
  const head = [
    "POST /webhook HTTP/1.1",
    `Host: ${hostname}:${port}`,
    "Connection: keep-alive",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join("\r\n")}\r\nExpect: 100-continue\r\n\r\n`);
  const [goOn] = await once(socket, "data");
  expect(String(goOn)).toContain("100 Continue");
  const stopped = server.stop();
  socket.write(body);
  const [answer] = await once(socket, "data");
  expect(String(answer)).toContain("202 Accepted");
  await stopped;
}, 10_000);

test("a page that is open when the server stops, and connects again at once, does not hold up the end", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  using client = connect(server.url);
  client.api.session.onList.subscribe({}, {});
  await client.api.status.get.query();
  await server.stop();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
}, 10_000);
