import { setTimeout as sleep } from "node:timers/promises";
import { closedLoop } from "../load/closed-loop.ts";
import type { PartResult, Row, RunOptions } from "../part.ts";
import { type ServerProcess, startOurs } from "../server-process.ts";
import { openServices } from "../services.ts";
import { median, quantile, round } from "../stats.ts";
import { readMachine } from "./machine-time.ts";
import { openReplicaTargets, type Spreading } from "./replica-target.ts";

const SESSIONS = 120;
const CONNECTIONS = 24;
const SETTLED_MS = 1_500;

/** Which replicas take part, and whether a session's events all go to one of them. */
interface Mode {
  readonly count: number;
  readonly sticky: boolean;
}

const MODES: readonly Mode[] = [
  { count: 1, sticky: true },
  { count: 2, sticky: true },
  { count: 3, sticky: true },
  { count: 2, sticky: false },
  { count: 3, sticky: false },
];

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of processor time for one event: of each replica for its share, so that the sum is an event's. */
  readonly cpuPerEvent: readonly number[];
  /** Cores that were busy with it. */
  readonly replicas: number;
  readonly load: number;
  /** The database and whatever else ran. */
  readonly rest: number;
}

/** Over MongoDB, Milvus and Redis: events a second with one, two and three replicas. */
export async function replicasPart(options: RunOptions): Promise<PartResult> {
  const { quick } = options;
  await using services = await openServices();
  await using stack = new AsyncDisposableStack();
  const servers: ServerProcess[] = [];
  // The first one fills the stores; the others find them full.
  for (let number = 0; number < 3; number += 1) {
    servers.push(stack.use(await startOurs(options, services.settings)));
  }
  const measured = new Map<Mode, Measured[]>(MODES.map((mode) => [mode, []]));
  for (let turn = 0; turn < (quick ? 1 : 5); turn += 1) {
    for (const [number, mode] of MODES.entries()) {
      const shape = { sessions: SESSIONS, connections: CONNECTIONS, name: `r${turn}-${number}` };
      const taking = servers.slice(0, mode.count);
      measured.get(mode)?.push(await measure({ ...shape, servers: taking, sticky: mode.sticky }, quick));
      // What runs behind the last words is over by then.
      await sleep(SETTLED_MS);
      await services.emptyLog();
    }
  }
  return {
    title: "MongoDB, Milvus, Redis: events a second with one, two and three replicas",
    rows: MODES.map((mode) => rowOf(mode, measured.get(mode) ?? [])),
    goals: [],
    notes: [
      `closed loop: ${SESSIONS} sessions, ${CONNECTIONS} connections in all, the next event once the last was answered and seen`,
      "one: a session's events go to one replica and are followed on the next; any: each goes to any replica, as behind a plain balancer",
      "cores busy: the database, Redis and Milvus are in the rest, on the same cores as the replicas and the load, so what is added to one is taken from another",
      `medians of ${quick ? 1 : 5} rounds in turn, each over new sessions in an emptied log: FerretDB reads the whole of it for one event`,
    ],
  };
}

async function measure(spreading: Spreading, quick: boolean): Promise<Measured> {
  const { servers } = spreading;
  using opened = await openReplicaTargets(spreading);
  const run = (seconds: number) =>
    Promise.all(opened.targets.map((target) => closedLoop(target, { seconds })));
  await run(2);
  for (const server of servers) await server.takeUsage();
  const before = readMachine();
  const loops = await run(quick ? 2 : 5);
  const { seconds, busy, own } = readMachine(before);
  const usages = await Promise.all(servers.map((server) => server.takeUsage()));
  const events = loops.reduce((sum, loop) => sum + loop.events, 0);
  const latencies = loops.flatMap((loop) => loop.latencies);
  const replicas = usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1000 / seconds;
  return {
    perSecond: events / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpuPerEvent: usages.map(({ cpuMs }) => (cpuMs * 1000) / events),
    replicas,
    load: own / seconds,
    rest: (busy - own) / seconds - replicas,
  };
}

function rowOf({ count, sticky }: Mode, measured: readonly Measured[]): Row {
  const middle = (read: (one: Measured) => number) => median(measured.map(read));
  const each = Array.from({ length: count }, (_, number) => middle((one) => one.cpuPerEvent[number] ?? 0));
  return {
    replicas: count,
    "events go to": sticky ? "one" : "any",
    "events/s": Math.round(middle((one) => one.perSecond)),
    "p50 ms": round(middle((one) => one.p50)),
    "p99 ms": round(middle((one) => one.p99)),
    "CPU µs/event": Math.round(each.reduce((sum, one) => sum + one, 0)),
    "of each": each.map(Math.round).join(" + "),
    "cores busy: replicas": round(middle((one) => one.replicas)),
    load: round(middle((one) => one.load)),
    "database and rest": round(middle((one) => one.rest)),
  };
}
