import { describe, expect, test } from "vitest";
import { readEnv, SettingsError } from "./env.ts";

describe("settings", () => {
  test("nothing has to be set, and an empty value counts as absent", () => {
    expect(readEnv({})).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      TURN_PAUSE_MS: 700,
      ENABLE_LIVE_COPILOT: true,
    });
    expect(readEnv({ PORT: "", ENABLE_LIVE_COPILOT: "0" })).toMatchObject({
      PORT: 3000,
      ENABLE_LIVE_COPILOT: false,
    });
  });

  test("a wrong one stops the start with a message that names it", () => {
    expect(() => readEnv({ PORT: "http", TURN_MAX_MS: "-1" })).toThrow(SettingsError);
    expect(() => readEnv({ PORT: "http", TURN_MAX_MS: "-1" })).toThrow(/TURN_MAX_MS: .*\n.*PORT: /);
  });

  test.each(["0.0.0.0", "::", "192.168.1.20", "copilot.example.org"])(
    "an address that others reach (%s) needs keys for the webhook, and somebody who answers for the page",
    (HOST) => {
      expect(() => readEnv({ HOST })).toThrow(/WEBHOOK_KEYS/);
      expect(() => readEnv({ HOST, WEBHOOK_KEYS: "k" })).toThrow(/ALLOW_OPEN_PAGE/);
      expect(readEnv({ HOST, WEBHOOK_KEYS: "k", ALLOW_OPEN_PAGE: "1" }).WEBHOOK_KEYS).toEqual(["k"]);
    },
  );

  test.each(["mongodb://h/d", "mongodb://u:p@a:27017,b:27017/d?replicaSet=r", "mongodb+srv://u:p@h/d"])(
    "a MongoDB is named as its drivers take it: %s",
    (MONGODB_URI) => expect(readEnv({ MONGODB_URI }).MONGODB_URI).toBe(MONGODB_URI),
  );

  test("what names no MongoDB is refused", () => {
    expect(() => readEnv({ MONGODB_URI: "http://h" })).toThrow(/MONGODB_URI: an address that begins with/);
  });

  test.each(["127.0.0.1", "127.0.0.53", "localhost", "::1"])("%s is this machine only", (HOST) => {
    expect(readEnv({ HOST }).HOST).toBe(HOST);
  });
});
