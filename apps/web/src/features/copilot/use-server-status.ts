import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../trpc.ts";

/** What the server can do; undefined until it said so. */
export function useServerStatus() {
  const { client } = useApi();
  const { data } = useQuery({
    queryKey: ["status.get"],
    queryFn: () => client.status.get.query(),
    staleTime: 30_000,
  });
  return data;
}
