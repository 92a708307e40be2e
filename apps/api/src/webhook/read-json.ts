import type { FastifyInstance, FastifyRequest } from "fastify";

/** Strict, so that words are refused rather than stored with their letters lost; a byte order mark is dropped. */
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads JSON bodies of this scope as UTF-8 (RFC 8259 §8.1) and nothing else: another charset and a compressed body
 * are refused with 415, as is what is not called JSON; bytes that are no UTF-8 with 400.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const text = decoded(request, body);
    if (text instanceof Error) done(text);
    else parse(request, text, done);
  });
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("*", (_request, _payload, done) => {
    done(refusal(415, "Send JSON, with the header `Content-Type: application/json`."));
  });
}

function decoded({ headers }: FastifyRequest, body: string | Buffer): string | Error {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return refusal(415, "Send the body as it is: a compressed one is not read.");
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset))
    return refusal(415, "JSON is sent as UTF-8, in no other charset.");
  if (typeof body === "string") return body;
  try {
    return decoder.decode(body);
  } catch {
    return refusal(400, "The body is not UTF-8.");
  }
}

function refusal(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}
