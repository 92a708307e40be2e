import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { CopilotError } from "@live-copilot/shared";

/** Checks that a webhook call carries one of the keys; without keys everything on loopback passes. */
export function webhookAuthenticator(keys: readonly string[]): (headers: IncomingHttpHeaders) => void {
  const known = keys.map(digest);
  return (headers) => {
    if (known.length === 0) return;
    const sent = sentKeys(headers).map(digest);
    // Every pair is compared, in constant time each, so that timing tells nothing of the keys.
    const matches = sent.flatMap((key) => known.map((each) => timingSafeEqual(key, each)));
    if (!matches.includes(true)) {
      throw new CopilotError(
        "UNAUTHORIZED",
        "Send one of WEBHOOK_KEYS as `Authorization: Bearer <key>` or `X-Api-Key: <key>`.",
      );
    }
  };
}

/** Where senders put a key: a bearer token, an API destination's header, Data Firehose's access key. */
function sentKeys(headers: IncomingHttpHeaders): readonly string[] {
  const bearer = /^Bearer +(.+)$/i.exec(headers.authorization ?? "")?.[1];
  const given = [bearer, headers["x-api-key"], headers["x-amz-firehose-access-key"]];
  return given.filter((key): key is string => typeof key === "string" && key.length <= 4096);
}

function digest(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
