import { closedLoop } from "../load/closed-loop.ts";
import type { RunOptions } from "../part.ts";
import type { Growth } from "./growth.ts";
import { settledCost } from "./settled-cost.ts";
import { openTarget, type TranscriptTarget } from "./transcript-target.ts";

const FEW = 30;
const MANY = 3_000;
const EVENTS_PER_TURN = 2;

/** 3,000 open and followed sessions against 30, all of them spoken in: two servers, measured in turn. */
export async function growthOfOpenSessions(options: RunOptions): Promise<Growth> {
  const shape = { connections: 16, perSocket: 10 };
  await using few = await openTarget("ours", { ...shape, sessions: FEW }, options);
  await using many = await openTarget("ours", { ...shape, sessions: MANY }, options);
  const events = MANY * EVENTS_PER_TURN * (options.quick ? 1 : 2);
  const cost = async (target: TranscriptTarget, sessions: number) => {
    let place = 0;
    const next = () => target.say(Math.floor(place++ / EVENTS_PER_TURN) % sessions);
    const ms = await settledCost(target.server, () => closedLoop({ ...target, next }, { events }));
    return (ms * 1000) / events;
  };
  await cost(few, FEW);
  await cost(many, MANY);
  const small: number[] = [];
  const large: number[] = [];
  for (let round = 0; round < (options.quick ? 2 : 7); round += 1) {
    small.push(await cost(few, FEW));
    large.push(await cost(many, MANY));
  }
  return { what: "an event with 3,000 open sessions against 30", small, large };
}
