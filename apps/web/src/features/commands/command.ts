/** Something the agent can do, by its key or from the list of commands. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: "Answer" | "Call" | "Page";
  /** As `KeyboardEvent.key` gives it, lower case. */
  readonly keys?: readonly string[];
  /** How the key is written; absent: the first of `keys`, in capitals. */
  readonly shown?: string;
  readonly run: () => void;
  /** False while it cannot be done. */
  readonly possible?: boolean;
}

export function keyWords({ keys, shown }: Pick<Command, "keys" | "shown">): string {
  return shown ?? keys?.[0]?.toUpperCase() ?? "";
}

/** The commands whose names hold all the typed words, in any order. */
export function matchingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, group }) => {
    const text = `${label} ${group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
