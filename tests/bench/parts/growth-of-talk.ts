import { closedLoop } from "../load/closed-loop.ts";
import type { RunOptions } from "../part.ts";
import type { Growth } from "./growth.ts";
import { settledCost } from "./settled-cost.ts";
import { openTarget } from "./transcript-target.ts";

/** A turn is a customer's event and an agent's. */
const EVENTS_PER_TURN = 2;
/** Turns that are measured at once, around the 20th and around the 2,000th. */
const MEASURED = 20;
const BEFORE_SMALL = 10;
const BEFORE_LARGE = 1_990;

/** The 20th turn against the 2,000th, the copilot off: sessions on one server that are new, and that are long. */
export async function growthOfTalk(options: RunOptions): Promise<Growth> {
  const rounds = options.quick ? 2 : 7;
  const each = options.quick ? 5 : 40;
  const shape = { sessions: each * (rounds + 1), connections: 16, perSocket: 10 };
  await using target = await openTarget("ours", shape, options);
  const turns = (cohort: number, count: number) => {
    const first = cohort * each;
    let place = 0;
    const next = () => target.say(first + (place++ % each));
    return closedLoop({ ...target, next }, { events: each * count * EVENTS_PER_TURN });
  };
  const cost = async (cohort: number) => {
    const ms = await settledCost(target.server, () => turns(cohort, MEASURED));
    return (ms * 1000) / (each * MEASURED * EVENTS_PER_TURN);
  };
  await turns(0, BEFORE_LARGE);
  const small: number[] = [];
  const large: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await turns(round, BEFORE_SMALL);
    small.push(await cost(round));
    large.push(await cost(0));
  }
  return { what: "an event in the 2,000th turn against the 20th, copilot off", small, large };
}
