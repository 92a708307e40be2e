import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { CopilotError } from "@live-copilot/shared";
import { isLoopback } from "../env.ts";

export interface HostPolicy {
  /** The address that the server listens on. */
  readonly host: string;
  /** Further names under which it is reached. */
  readonly allowedHosts: readonly string[];
}

/**
 * Refuses what a foreign website could send through a browser: a Host under which this server is not known (DNS
 * rebinding), and an Origin that is not the page's own. A request without an Origin is a program and passes.
 * Throws CopilotError FORBIDDEN.
 */
export function checkOrigin(policy: HostPolicy, headers: IncomingHttpHeaders): void {
  const host = headers.host ?? "";
  if (!isKnownHost(policy, hostName(host))) {
    throw new CopilotError(
      "FORBIDDEN",
      `This server does not go by the name ${JSON.stringify(host.slice(0, 100))}. Add it to ALLOWED_HOSTS if it should.`,
    );
  }
  const { origin } = headers;
  if (origin === undefined) return;
  if (originHost(origin) !== host.toLowerCase()) {
    throw new CopilotError("FORBIDDEN", "Requests from another website's pages are refused.");
  }
}

function isKnownHost({ host, allowedHosts }: HostPolicy, name: string): boolean {
  if (isLoopback(name) || allowedHosts.includes(name)) return true;
  return !isLoopback(host) && (name === host.toLowerCase() || isIP(name.replace(/^\[|\]$/g, "")) !== 0);
}

/** The name without the port, nor the dot that may end a whole name: "[::1]:3000" → "[::1]". */
function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d{1,5}$/, "")
    .replace(/\.$/, "");
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
