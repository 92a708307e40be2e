import { useSyncExternalStore } from "react";
import type { Connection } from "../../connection.ts";
import { useApi } from "../../trpc.ts";

export function useConnection(): Connection {
  const { socket } = useApi();
  return useSyncExternalStore(socket.subscribe, socket.connection);
}
