import { expect, test } from "vitest";
import { readEnv } from "../env.ts";
import { checkOrigin } from "./check-origin.ts";

const LOCAL = { host: "127.0.0.1", allowedHosts: [] };
const NAMED = {
  host: "127.0.0.1",
  allowedHosts: readEnv({ ALLOWED_HOSTS: "Copilot.Example.com, other.example." }).ALLOWED_HOSTS,
};

test.each([
  [LOCAL, { host: "127.0.0.1:3000" }],
  [LOCAL, { host: "LOCALHOST:3000" }],
  [LOCAL, { host: "localhost.:3000", origin: "http://localhost.:3000" }],
  [LOCAL, { host: "[::1]:3000", origin: "http://[::1]:3000" }],
  [LOCAL, { host: "[::1]", origin: "http://[0:0:0:0:0:0:0:1]" }],
  [LOCAL, { host: "localhost", origin: "https://localhost" }],
  [NAMED, { host: "copilot.example.com", origin: "https://copilot.example.com" }],
  [NAMED, { host: "COPILOT.example.com:8443", origin: "https://copilot.EXAMPLE.com:8443" }],
  [NAMED, { host: "other.example" }],
])("passes: %j %j", (policy, headers) => {
  expect(() => checkOrigin(policy, headers)).not.toThrow();
});

test.each([
  [LOCAL, {}],
  [LOCAL, { host: "" }],
  [LOCAL, { host: "evil.example:3000" }],
  [LOCAL, { host: "localhost.evil.example" }],
  [LOCAL, { host: "127.0.0.1.evil.example" }],
  [LOCAL, { host: "localhost@evil.example" }],
  [LOCAL, { host: "192.0.2.1" }],
  [LOCAL, { host: "localhost:3000", origin: "null" }],
  [LOCAL, { host: "localhost:3000", origin: "" }],
  [LOCAL, { host: "localhost:3000", origin: "http://localhost:3001" }],
  [LOCAL, { host: "localhost:3000", origin: "http://127.0.0.1:3000" }],
  [LOCAL, { host: "localhost:3000", origin: "http://localhost:3000@evil.example" }],
  [NAMED, { host: "example.com" }],
  [NAMED, { host: "copilot.example.com", origin: "https://example.com" }],
])("refuses: %j %j", (policy, headers) => {
  expect(() => checkOrigin(policy, headers)).toThrow(expect.objectContaining({ reason: "FORBIDDEN" }));
});
