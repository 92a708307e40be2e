import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCircuit } from "./circuit.ts";

const failed = new Error("failed");
const left = new Error("left");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const circuit = createCircuit({ failures: 3, reopenMs: 1_000 }, (error) => error === failed);
  /** Lets the steps end in this way; gives what came out. */
  const run = async (error?: Error) => {
    const steps = circuit.watch(
      (async function* () {
        yield "step";
        if (error) throw error;
      })(),
    );
    try {
      for await (const _step of steps);
      return "ok";
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : thrown;
    }
  };
  return { circuit, run };
}

test("it opens after failures one after another, and only then", async () => {
  const { circuit, run } = open();
  for (const error of [failed, failed, undefined, failed, left, failed]) await run(error);
  expect(circuit.isAvailable()).toBe(true);
  await run(failed);
  expect(circuit.isAvailable()).toBe(false);
  expect(await run()).toBe("The model failed too often of late.");
});

test("after a while one question tries it again, alone, and closes it", async () => {
  const { circuit, run } = open();
  for (const error of [failed, failed, failed]) await run(error);
  vi.advanceTimersByTime(999);
  expect(circuit.isAvailable()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(circuit.isAvailable()).toBe(true);

  const going = Promise.withResolvers<void>();
  const trial = circuit.watch(
    (async function* () {
      yield "first";
      await going.promise;
    })(),
  );
  await trial.next();
  expect(circuit.isAvailable()).toBe(false);
  expect(await run()).toBe("The model failed too often of late.");
  going.resolve();
  await trial.next();
  await vi.waitFor(() => expect(circuit.isAvailable()).toBe(true));
});

test.each([
  ["fails", failed],
  ["is left", left],
])("a trial that %s leaves it open for as long again", async (_name, error) => {
  const { circuit, run } = open();
  for (const each of [failed, failed, failed]) await run(each);
  vi.advanceTimersByTime(1_000);
  await run(error);
  await vi.waitFor(() => expect(circuit.isAvailable()).toBe(false));
  vi.advanceTimersByTime(1_000);
  expect(circuit.isAvailable()).toBe(true);
});

test("a caller that stops reading in the middle counts for nothing", async () => {
  const { circuit, run } = open();
  for (const error of [failed, failed]) await run(error);
  for await (const _step of circuit.watch(
    (async function* () {
      yield 1;
      yield 2;
    })(),
  )) {
    break;
  }
  expect(circuit.isAvailable()).toBe(true);
  await run(failed);
  expect(circuit.isAvailable()).toBe(false);
});
