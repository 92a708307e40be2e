import { createClient } from "@redis/client";
import { expect, test, vi } from "vitest";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startRedis } from "../support/services/start-redis.ts";

describeWith(["redis"], "the shared Redis", ({ redis }) => {
  test("carries a message from one client to another", async () => {
    const channel = redis.prefix();
    const [here, there] = [createClient({ url: redis.url }), createClient({ url: redis.url })];
    await Promise.all([here.connect(), there.connect()]);
    const heard = vi.fn();
    await there.subscribe(channel, heard);
    await here.publish(channel, "seq 7");
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("seq 7", channel));
    await Promise.all([here.close(), there.close()]);
  });
});

test("a Redis of one's own is away when it was stopped, and answers again on the same port", async (context) => {
  await using redis = await ownService(context, startRedis);
  const once = { url: redis.url, socket: { reconnectStrategy: false as const } };
  await redis.stop();
  await expect(
    createClient(once)
      .on("error", () => undefined)
      .connect(),
  ).rejects.toThrow("ECONNREFUSED");
  await redis.start();
  const client = await createClient(once).connect();
  expect(await client.ping()).toBe("PONG");
  await client.close();
});
