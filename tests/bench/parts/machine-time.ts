import { cpus } from "node:os";

/** Seconds: on the clock, and of processor time of the whole machine and of this process. */
export interface MachineTime {
  readonly seconds: number;
  readonly busy: number;
  readonly own: number;
}

const NOTHING: MachineTime = { seconds: 0, busy: 0, own: 0 };

/** What went by since an earlier reading; without one, since whenever the counts began. */
export function readMachine(since: MachineTime = NOTHING): MachineTime {
  const { user, system } = process.cpuUsage();
  const used = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return {
    seconds: performance.now() / 1000 - since.seconds,
    busy: used / 1000 - since.busy,
    own: (user + system) / 1_000_000 - since.own,
  };
}
