/** `"+15125550123"` → `"(512) 555-0123"`; numbers of other countries come back as they are. */
export function phoneWords(phone: string): string {
  const parts = /^\+?1?(\d{3})(\d{3})(\d{4})$/.exec(phone.replace(/[\s().-]/g, ""));
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : phone;
}

/** True when two numbers are one, however each is written; compared by their last ten digits. */
export function samePhone(a: string, b: string): boolean {
  const key = (phone: string) => phone.replace(/\D/g, "").slice(-10);
  return key(a) !== "" && key(a) === key(b);
}

/** Whoever is on the line, by what is known of them. */
export function callerName(call: {
  customerName?: string | undefined;
  phone?: string | undefined;
  sessionId: string;
}): string {
  return call.customerName ?? (call.phone ? phoneWords(call.phone) : call.sessionId);
}

/** The name by which a transcript calls a speaker. */
export function speakerName(speaker: string, customerName: string | undefined): string {
  if (speaker === "AGENT") return "You";
  if (speaker === "CUSTOMER") return customerName?.split(/\s+/)[0] ?? "Caller";
  return speaker.charAt(0) + speaker.slice(1).toLowerCase();
}
