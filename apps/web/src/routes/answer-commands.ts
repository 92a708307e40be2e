import type { Command } from "../features/commands/command.ts";
import type { Feed } from "../session-feed/feed.ts";
import type { CallParts } from "./use-call-parts.ts";

/** What can be done with the answer on stage. */
export function answerCommands({ state }: Feed, { stage, actions }: CallParts): readonly Command[] {
  const card = state.cards.find(({ id }) => id === stage.shown);
  const text = card && (card.script || card.clarifyingQuestion);
  const sayable = Boolean(text) && card?.status !== "sources";
  const pinned = card !== undefined && (state.marks[card.id] ?? []).includes("pinned");
  const command = (id: string, label: string, rest: Omit<Command, "id" | "label" | "group">): Command => {
    return { possible: card !== undefined, ...rest, id, label, group: "Answer" };
  };
  const onCard = (act: (one: NonNullable<typeof card>) => void) => () => card && act(card);
  const pinWords = pinned ? "Take the pin off the answer" : "Pin the answer";
  return [
    command("copy", "Copy the answer", { keys: ["c"], possible: sayable, run: onCard(actions.copy) }),
    command("use", "I said it", { keys: ["u"], possible: sayable, run: onCard(actions.use) }),
    command("next", "Next answer", { keys: ["n"], possible: stage.waiting.length > 0, run: actions.next }),
    command("dismiss", "Dismiss the answer", { keys: ["x"], run: onCard(actions.dismiss) }),
    command("pin", pinWords, {
      keys: ["p"],
      run: onCard((one) => actions.mark(one, pinned ? "unpinned" : "pinned")),
    }),
    command("helpful", "The answer helped", { run: onCard((one) => actions.mark(one, "helpful")) }),
    command("unhelpful", "The answer did not help", { run: onCard((one) => actions.mark(one, "unhelpful")) }),
  ];
}
