/** A server that a suite may take away and bring back. */
export interface Service extends AsyncDisposable {
  /** False for a server that was given by a setting: it is somebody else's, so no test stops it. */
  readonly canStop: boolean;
  /** Takes the server away at once, as a crash would. It keeps its port and its data. */
  stop(): Promise<void>;
  /** Brings it back on the same port with the same data; resolves when it answers. */
  start(): Promise<void>;
}

/** A program that a service needs is not on this machine; the message says which, and how to get it. */
export class ServiceMissingError extends Error {
  override name = "ServiceMissingError";

  constructor(what: string) {
    super(`${what} is not on this machine: run tests/support/services/install.sh`);
  }
}

/** A server that a setting names: it runs already, and disposing leaves it alone. */
export function givenService(setting: string): Service {
  const refuse = async () => {
    throw new Error(`The server that ${setting} names is not ours to stop: look at canStop first.`);
  };
  return { canStop: false, stop: refuse, start: refuse, [Symbol.asyncDispose]: async () => undefined };
}
