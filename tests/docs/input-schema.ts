import * as shared from "@live-copilot/shared";
import { z } from "zod";

const exported = new Map<string, unknown>(Object.entries(shared));

/** The schema of a procedure's input, by the names under which the shared package exports them; null: it takes none. */
export function inputSchema(path: string): z.ZodObject | null {
  const [router = "", name = ""] = path.split(".");
  if (name === "onTranscript" || name === "onSuggestion") return shared.sessionFollowInput;
  const long = `${router}${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const schema = exported.get(long) ?? exported.get(`${name}Input`);
  return schema instanceof z.ZodObject ? schema : null;
}
