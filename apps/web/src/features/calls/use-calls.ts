import type { SessionSummary } from "@live-copilot/shared";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useApi } from "../../trpc.ts";
import { type CallPages, flatRows, putRows } from "./call-lists.ts";

const STATUSES = ["live", "ended"] as const;
const PAGE = 30;
const listKey = (status: SessionSummary["status"]) => ["session.list", status] as const;

export interface Calls {
  readonly status: "pending" | "error" | "success";
  readonly live: readonly SessionSummary[];
  readonly earlier: readonly SessionSummary[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** Every call of the agent's: the live ones, and page by page those before. */
export function useCalls(): Calls {
  const live = useList("live");
  const ended = useList("ended");
  const failed = live.isError || ended.isError;
  return {
    status: failed ? "error" : live.isPending || ended.isPending ? "pending" : "success",
    live: flatRows(live.data),
    earlier: flatRows(ended.data),
    hasMore: ended.hasNextPage,
    loadMore: () => void ended.fetchNextPage(),
    retry: () => {
      void live.refetch();
      void ended.refetch();
    },
  };
}

function useList(status: SessionSummary["status"]) {
  const { client } = useApi();
  return useInfiniteQuery({
    queryKey: listKey(status),
    queryFn: ({ pageParam }) =>
      client.session.list.query({ status, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Keeps the lists up to date; once per page. What changed during a gap of the connection is fetched anew. */
export function useCallChanges(): void {
  const { client, socket } = useApi();
  const cache = useQueryClient();
  useEffect(() => {
    const refetch = () => void cache.invalidateQueries({ queryKey: ["session.list"] });
    const put = (row: SessionSummary) => {
      for (const status of STATUSES) {
        cache.setQueryData<CallPages>(listKey(status), (pages) => pages && putRows(pages, [row], status));
      }
    };
    const changes = client.session.onList.subscribe(
      {},
      {
        onData: ({ data }) => put(data),
        onError: refetch,
      },
    );
    const stop = socket.subscribe(() => socket.connection().phase === "connected" && refetch());
    return () => {
      changes.unsubscribe();
      stop();
    };
  }, [client, socket, cache]);
}
