import type { AppRouter } from "@live-copilot/api/router";
import type { Reason } from "@live-copilot/shared";
import { createTRPCClient, type TRPCClient, TRPCClientError, wsLink } from "@trpc/client";
import { createContext, use } from "react";
import type { Socket } from "./connection.ts";

export type Client = TRPCClient<AppRouter>;

/** What features reach the server through. */
export interface Api {
  readonly client: Client;
  readonly socket: Socket;
}

export function createApi(socket: Socket): Api {
  return { socket, client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket.client })] }) };
}

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error("ApiContext is missing");
  return api;
}

/** Why the server refused, or null when the error did not come from it. Reasons that are new to us pass. */
export function reasonOf(error: unknown): Reason | (string & {}) | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { data } = error as TRPCClientError<AppRouter>;
  return data && "reason" in data && typeof data.reason === "string" ? data.reason : null;
}
