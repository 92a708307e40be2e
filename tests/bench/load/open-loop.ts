import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

export interface Schedule {
  readonly perSecond: number;
  readonly seconds: number;
}

/** Timers are late by up to this; what is due sooner is waited for awake. */
const AWAKE_MS = 2;

/**
 * Calls at Poisson arrivals, whether earlier calls have ended or not, with the time at which the call was due:
 * latency counted from there also has what waited behind a slow answer. Resolves when every call has ended.
 */
export async function openLoop(schedule: Schedule, call: (dueAt: number) => Promise<void>): Promise<void> {
  const running: Promise<void>[] = [];
  const end = performance.now() + schedule.seconds * 1000;
  for (let due = performance.now(); due < end; due += gapMs(schedule.perSecond)) {
    await until(due);
    running.push(call(due));
  }
  await Promise.all(running);
}

/** Waits for a time (`performance.now()`), to a fraction of a millisecond. */
export async function until(due: number): Promise<void> {
  const early = due - performance.now();
  if (early > AWAKE_MS) await sleep(early - AWAKE_MS);
  while (performance.now() < due) await nextTurn();
}

function gapMs(perSecond: number): number {
  return (-Math.log(1 - Math.random()) * 1000) / perSecond;
}
