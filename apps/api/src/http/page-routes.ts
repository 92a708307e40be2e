import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { CopilotError } from "@live-copilot/shared";
import type { FastifyInstance, FastifyReply } from "fastify";
import { replyProblem } from "./reply-problem.ts";

/** Only our own scripts, styles, fonts and connections; nobody may frame the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const NOT_BUILT = "The page is not built yet: run `npm run build`, then load this again.\n";

/** `/`: the page. Any other path that a browser asks for as a page is the page too, which knows its routes. */
export async function pageRoutes(
  app: FastifyInstance,
  { folder }: { readonly folder: string },
): Promise<void> {
  const built = () => existsSync(join(folder, "index.html"));
  await app.register(fastifyStatic, { root: folder, wildcard: true, index: false, setHeaders: cacheHeaders });
  const sendPage = (reply: FastifyReply) => {
    if (!built()) return reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT);
    return reply
      .header("content-security-policy", POLICY)
      .header("referrer-policy", "no-referrer")
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "no-cache")
      .sendFile("index.html", { cacheControl: false });
  };
  app.get("/", async (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (wantsPage) return sendPage(reply);
    return replyProblem(
      new CopilotError("NOT_FOUND", `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`),
      request,
      reply,
    );
  });
}

/** Built files carry their content's hash in their name and never change. */
function cacheHeaders(reply: FastifyReply, path: string): void {
  reply.header("x-content-type-options", "nosniff");
  if (path.includes("/assets/")) reply.header("cache-control", "public, max-age=31536000, immutable");
}
