import { startBareInserts } from "../load/bare-inserts.ts";
import { openLoop, type Schedule } from "../load/open-loop.ts";
import { atMost, type PartResult, type Row, type RunOptions } from "../part.ts";
import { openServices } from "../services.ts";
import { median, round, type Spread, spread } from "../stats.ts";
import { openTarget, type TranscriptTarget } from "./transcript-target.ts";

const SHAPE = { sessions: 200, connections: 64, perSocket: 1 };
const PER_SECOND = 100;

interface Measured {
  /** Until the event is on its session's socket, and until the webhook has answered. */
  readonly seen: Spread;
  readonly answered: Spread;
  readonly bare: Spread;
  readonly cpuPerEvent: number;
  readonly loopP99: number;
}

/** Over MongoDB, Milvus and Redis: from the webhook to a subscribed socket, beside a bare insert into that database. */
export async function transcriptPart(options: RunOptions): Promise<PartResult> {
  const { quick } = options;
  const schedule = { perSecond: PER_SECOND, seconds: quick ? 4 : 12 };
  await using services = await openServices();
  await using target = await openTarget("ours", { ...SHAPE, services: services.settings }, options);
  // Once through all sessions, so that every one of them is open.
  await steady(target, { perSecond: PER_SECOND, seconds: 5 });
  await using bare = await startBareInserts(services.mongoUri);
  await bare.run({ perSecond: PER_SECOND, seconds: 2 });
  const rounds: Measured[] = [];
  for (let turn = 0; turn < (quick ? 2 : 6); turn += 1) {
    await target.server.takeUsage();
    const { seen, answered } = await steady(target, schedule);
    const { cpuMs, loopDelay } = await target.server.takeUsage();
    rounds.push({
      seen: spread(seen),
      answered: spread(answered),
      bare: spread(await bare.run(schedule)),
      cpuPerEvent: (cpuMs * 1000) / seen.length,
      loopP99: loopDelay.p99,
    });
  }
  const middle = (read: (measured: Measured) => number) => median(rounds.map(read));
  const ratio = middle(({ seen }) => seen.p99) / middle(({ bare: { p99 } }) => p99);
  return {
    title: "MongoDB, Milvus, Redis: webhook → transcript on a subscribed socket",
    rows: rounds.map(rowOf),
    goals: [atMost(`p99 at ${PER_SECOND}/s, of a bare insert's: at most 3`, ratio, 3)],
    notes: [
      `medians, ms: on the socket p50 ${round(middle(({ seen }) => seen.p50))}, p99 ${round(middle(({ seen }) => seen.p99))}; answered p50 ${round(middle(({ answered }) => answered.p50))}, p99 ${round(middle(({ answered }) => answered.p99))}; bare insert p50 ${round(middle(({ bare: { p50 } }) => p50))}, p99 ${round(middle(({ bare: { p99 } }) => p99))}; CPU ${Math.round(middle(({ cpuPerEvent }) => cpuPerEvent))} µs an event`,
      `${SHAPE.sessions} sessions, Poisson; every latency counts from the scheduled send; each line is a round: ours, then the bare insert`,
      "bare insert: a process of its own puts the same documents into the same database, w majority, journalled, no index but _id",
      "all processes on all cores, the database among them",
    ],
  };
}

async function steady({ pool, arrivals, next }: TranscriptTarget, schedule: Schedule) {
  const seen: number[] = [];
  const answered: number[] = [];
  await openLoop(schedule, async (dueAt) => {
    const { segmentId, body } = next();
    const arrival = arrivals.expect(segmentId);
    await pool.post(body);
    answered.push(performance.now() - dueAt);
    seen.push((await arrival) - dueAt);
  });
  return { seen, answered };
}

function rowOf({ seen, answered, bare, cpuPerEvent, loopP99 }: Measured): Row {
  return {
    "on the socket p50": round(seen.p50),
    "p99 ms": round(seen.p99),
    "max ms": round(seen.max),
    "answered p50": round(answered.p50),
    "answered p99 ms": round(answered.p99),
    "bare insert p50": round(bare.p50),
    "bare insert p99 ms": round(bare.p99),
    "CPU µs/event": Math.round(cpuPerEvent),
    "loop delay p99 ms": round(loopP99),
  };
}
