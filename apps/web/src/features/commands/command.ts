/** Something the agent can do, by its key or from the list of commands. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: "Answer" | "Call" | "Page";
  /** As `KeyboardEvent.key` gives it, lower case. */
  readonly keys?: readonly string[];
  readonly run: () => void;
  /** False while it cannot be done. */
  readonly possible?: boolean;
}

/** How a command's key is written. */
export function keyWords({ keys }: Pick<Command, "keys">): string {
  return keys?.[0]?.toUpperCase() ?? "";
}

/** The commands whose names hold all the typed words, in any order. */
export function matchingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, group }) => {
    const text = `${label} ${group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
