/** `252000` → `"4:12"`, from an hour on `"1:04:12"`. Negative spans read `"0:00"`. */
export function clock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const seconds = String(total % 60).padStart(2, "0");
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${String(minutes).padStart(2, "0")}:${seconds}`;
}

/** The time of day, `"10:41"`, in the reader's own way of writing it. */
export function timeOfDay(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return at.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

/** `"14 Mar 2026"`; a bare ISO date is that day wherever the reader is. */
export function day(iso: string): string {
  const at = new Date(iso.length === 10 ? `${iso}T00:00` : iso);
  if (Number.isNaN(at.getTime())) return iso;
  return at.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" });
}

/** `38` → `"38 ms"`, `940` → `"0.9 s"`. */
export function span(ms: number): string {
  return ms < 500 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
