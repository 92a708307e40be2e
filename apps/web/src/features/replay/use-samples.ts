import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { failureWords } from "../../components/text/failure.ts";
import { useToast } from "../../components/ui/toast.tsx";
import { useApi } from "../../trpc.ts";

export const SPEEDS = [1, 2, 4, 10] as const;

const playingKey = (sessionId: string) => ["samples.playing", sessionId] as const;

/** A way to stop a sample call that was started on this page; null for any other call. */
export function useStopSample(sessionId: string): (() => void) | null {
  const { client } = useApi();
  const cache = useQueryClient();
  const say = useToast();
  const { data: playing } = useQuery<boolean>({ queryKey: playingKey(sessionId), queryFn: skipToken });
  const stop = useMutation({
    mutationFn: () => client.samples.stop.mutate({ sessionId }),
    onSuccess: () => cache.setQueryData(playingKey(sessionId), false),
    onError: (error) => say(failureWords(error)),
  });
  return playing ? () => stop.mutate() : null;
}

/** The sample calls, and a way to play one: it comes in like a real call and opens here. */
export function useSamples(wanted: boolean) {
  const { client } = useApi();
  const [, go] = useLocation();
  const say = useToast();
  const cache = useQueryClient();
  const list = useQuery({
    queryKey: ["samples.list"],
    queryFn: () => client.samples.list.query(),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const play = useMutation({
    mutationFn: (input: { callId: string; speed: number }) => client.samples.replay.mutate(input),
    onSuccess: ({ sessionId }) => {
      cache.setQueryData(playingKey(sessionId), true);
      go(`/calls/${encodeURIComponent(sessionId)}`);
    },
    onError: (error) => say(failureWords(error)),
  });
  return { list, play };
}
