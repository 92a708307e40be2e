import { contextValuesSchema } from "@live-copilot/shared";

/** The names in what was typed, with commas or semicolons between them. */
export function typedNames(typed: string): string[] {
  return typed
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Whether there are more names, or longer ones, than a session can hold. */
export function isTooMuch(names: readonly string[]): boolean {
  return !contextValuesSchema.safeParse({ options: names }).success;
}
