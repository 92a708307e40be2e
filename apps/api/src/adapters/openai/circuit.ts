import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import { ModelFailure } from "./model-failure.ts";
import type { CircuitOptions } from "./options.ts";

/** Keeps questions from a model that fails them all. */
export interface Circuit {
  /** False while it is open, and while the one question that tries it again runs. */
  isAvailable(): boolean;
  /**
   * Passes the steps on and counts how they end: an end is a success, an error that `countsAgainst` a failure. Throws
   * ModelFailure `circuit-open` at once, before the steps begin, while it is not available.
   */
  watch<T>(steps: AsyncIterable<T>): AsyncGenerator<T>;
}

/** Left before its end: says nothing of the model. */
class Left extends Error {}

/**
 * A circuit that opens after some failures one after another, and lets one question through after a while: that one
 * closes it or leaves it open.
 */
export function createCircuit(
  { failures, reopenMs }: CircuitOptions,
  countsAgainst: (error: unknown) => boolean,
): Circuit {
  let opensAt = 0;
  // A trial that nobody waited for proves nothing, so the circuit stays as it was.
  const policy = circuitBreaker(
    handleWhen((error) => countsAgainst(error) || policy.state === CircuitState.HalfOpen),
    { halfOpenAfter: reopenMs, breaker: new ConsecutiveBreaker(failures) },
  );
  policy.onBreak(() => {
    opensAt = Date.now() + reopenMs;
  });
  const isAvailable = () =>
    policy.state === CircuitState.Closed || (policy.state === CircuitState.Open && Date.now() >= opensAt);

  return {
    isAvailable,
    async *watch(steps) {
      if (!isAvailable()) throw new ModelFailure("circuit-open", "The model failed too often of late.");
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      policy.execute(() => promise).catch(() => undefined);
      try {
        yield* steps;
        resolve();
      } catch (error) {
        reject(error);
        throw error;
      } finally {
        reject(new Left());
      }
    },
  };
}
