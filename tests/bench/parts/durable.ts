import { closedLoop } from "../load/closed-loop.ts";
import { openLoop } from "../load/open-loop.ts";
import { atLeast, atMost, type PartResult, type Row, type RunOptions } from "../part.ts";
import { median, round, spread } from "../stats.ts";
import { openTarget, SERVERS, type ServerName, type TranscriptTarget } from "./transcript-target.ts";

const CLOSED = { sessions: 100, connections: 16, perSocket: 1 };
const OPEN = { sessions: 300, connections: 64, perSocket: 1 };
const OPEN_PER_SECOND = 500;

interface Measured {
  readonly perSecond: number[];
  readonly cpuPerEvent: number[];
  /** Processor time of the server's process over the time that went by, all threads. */
  readonly busy: number[];
  readonly p50: number[];
  readonly p99: number[];
  readonly loopP99: number[];
}

type Round = (target: TranscriptTarget) => Promise<{ latencies: readonly number[]; perSecond: number }>;

/** From the webhook to a subscribed socket: the rate that is reached, and the latency at a steady rate. */
export async function durablePart(options: RunOptions): Promise<PartResult> {
  const { quick } = options;
  const rounds = quick ? 2 : 7;
  const closed = await alternate({ shape: CLOSED, rounds, options }, (target) =>
    closedLoop(target, { seconds: quick ? 1 : 4 }),
  );
  const open = await alternate({ shape: OPEN, rounds: quick ? 2 : 5, options }, (target) =>
    steady(target, quick ? 2 : 8),
  );
  const rows = SERVERS.map((name) => rowOf(name, closed[name], open[name]));
  const rate = (name: ServerName) => median(closed[name].perSecond);
  const p99 = (name: ServerName) => median(open[name].p99);
  return {
    title: "webhook → transcript on a subscribed socket",
    rows,
    goals: [
      atLeast(
        "rate, of the durable reference's (NORMAL): at least 0.4",
        rate("ours") / rate("durable NORMAL"),
        0.4,
      ),
      atLeast("rate, of the durable reference's (FULL): above 1", rate("ours") / rate("durable FULL"), 1),
      atMost(
        "p99 at 500/s, of the durable reference's (NORMAL): at most 3",
        p99("ours") / p99("durable NORMAL"),
        3,
      ),
    ],
    notes: [
      `closed loop: ${CLOSED.sessions} sessions, ${CLOSED.connections} connections, the next event once the last was answered and seen`,
      `open loop: ${OPEN_PER_SECOND} events/s over ${OPEN.sessions} sessions, Poisson; latency from the scheduled send`,
      `medians of ${rounds} rounds in turn; ours commits with synchronous=FULL`,
      "server busy: cores that its process used in the closed loop; at 1 on one core the load is not what limits it",
    ],
  };
}

interface Alternation {
  readonly shape: typeof CLOSED;
  readonly rounds: number;
  readonly options: RunOptions;
}

/** Measures every server in turn, several times, after one round that does not count. */
async function alternate(
  { shape, rounds, options }: Alternation,
  measure: Round,
): Promise<Record<ServerName, Measured>> {
  await using stack = new AsyncDisposableStack();
  const targets: [ServerName, TranscriptTarget][] = [];
  for (const name of SERVERS) targets.push([name, stack.use(await openTarget(name, shape, options))]);
  const measured = Object.fromEntries(SERVERS.map((name) => [name, emptyMeasured()])) as Record<
    ServerName,
    Measured
  >;
  for (let turn = 0; turn <= rounds; turn += 1) {
    for (const [name, target] of targets) {
      await target.server.takeUsage();
      const { latencies, perSecond } = await measure(target);
      const usage = await target.server.takeUsage();
      if (turn === 0) continue;
      const { p50, p99 } = spread(latencies);
      const figures = measured[name];
      figures.perSecond.push(perSecond);
      figures.cpuPerEvent.push((usage.cpuMs * 1000) / latencies.length);
      figures.busy.push((usage.cpuMs / 1000) * (perSecond / latencies.length));
      figures.p50.push(p50);
      figures.p99.push(p99);
      figures.loopP99.push(usage.loopDelay.p99);
    }
  }
  return measured;
}

function emptyMeasured(): Measured {
  return { perSecond: [], cpuPerEvent: [], busy: [], p50: [], p99: [], loopP99: [] };
}

async function steady({ pool, arrivals, next }: TranscriptTarget, seconds: number) {
  const latencies: number[] = [];
  await openLoop({ perSecond: OPEN_PER_SECOND, seconds }, async (dueAt) => {
    const { segmentId, body } = next();
    const seen = arrivals.expect(segmentId);
    await pool.post(body);
    latencies.push((await seen) - dueAt);
  });
  return { latencies, perSecond: latencies.length / seconds };
}

function rowOf(name: ServerName, closed: Measured, open: Measured): Row {
  return {
    server: name,
    "events/s": Math.round(median(closed.perSecond)),
    "CPU µs/event": Math.round(median(closed.cpuPerEvent)),
    "server busy": round(median(closed.busy)),
    "closed p99 ms": round(median(closed.p99)),
    "500/s p50 ms": round(median(open.p50)),
    "500/s p99 ms": round(median(open.p99)),
    "loop delay p99 ms": round(median(open.loopP99)),
  };
}
