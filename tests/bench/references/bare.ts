import { relay } from "./relay.ts";

/** The bare reference: POST to socket, nothing stored. */
await relay(
  () => undefined,
  () => undefined,
);
