/** How the key for the list of commands is written on this machine. */
export function listKey(): string {
  return /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘K" : "Ctrl K";
}
