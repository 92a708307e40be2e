import type { CardClock } from "../load/card-times.ts";
import type { ModelAnswerTimes } from "../load/timed-model.ts";

/** A customer's turn that was taken. */
export interface Asked {
  /** The segment id of its last words. */
  readonly id: string;
  /** When it was over, `performance.now()`. */
  readonly overAt: number;
}

/** What one turn with a card by the model took, milliseconds. */
export interface TurnTimes {
  /** From its end to the card with its sources on the socket. */
  readonly sources: number;
  /** From its end to the model having the question. */
  readonly untilAsked: number;
  /** The model's own time. */
  readonly model: number;
  /** From the end of the model's answer to the ready card on the socket. */
  readonly after: number;
  /** From the turn's end to the ready card, without the model's own time. */
  readonly overhead: number;
  /** From the model's first piece of text to the first draft of the script on the socket. */
  readonly draft: number;
}

/** The times of those turns that a model wrote a card for, each beside the call that it cost. */
export function timesOfTurns(
  turns: readonly Asked[],
  clock: CardClock,
  answers: readonly ModelAnswerTimes[],
): readonly TurnTimes[] {
  return turns.flatMap(({ id, overAt }) => {
    const card = clock.timesOf(id);
    if (!card || Number.isNaN(card.readyAt) || !card.engine.startsWith("openai:")) return [];
    const call = answers.find((one) => one.question === card.question && one.askedAt > overAt);
    if (!call) return [];
    const model = call.endedAt - call.askedAt;
    return {
      sources: card.sourcesAt - overAt,
      untilAsked: call.askedAt - overAt,
      model,
      after: card.readyAt - call.endedAt,
      overhead: card.readyAt - overAt - model,
      draft: card.draftAt - call.firstAt,
    };
  });
}
