import { nameKey, US_STATES } from "@live-copilot/shared";
import { useQuery } from "@tanstack/react-query";
import type { Option } from "../../components/ui/choice.tsx";
import { useApi } from "../../trpc.ts";

const STATES: readonly Option[] = [...US_STATES].map(([value, label]) => ({ value, label }));

/** What plan, state and contract can be: every US state, and what the library's documents are written for. */
export function usePolicyValues() {
  const { client } = useApi();
  const { data } = useQuery({
    queryKey: ["policy.list"],
    queryFn: () => client.policy.list.query({}),
    staleTime: 60_000,
  });
  const documents = data?.documents ?? [];
  return {
    state: STATES,
    plan: distinct(documents.flatMap(({ plans }) => plans ?? [])),
    contractType: distinct(documents.flatMap(({ contractTypes }) => contractTypes ?? [])),
  };
}

/** One spelling of each name, in alphabetical order. */
function distinct(names: readonly string[]): readonly Option[] {
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  return [...byKey.values()].sort((a, b) => a.localeCompare(b)).map((name) => ({ value: name, label: name }));
}

/** The option that a value means, however the call spelt it; else the value as it came. */
export function asOption(options: readonly Option[], value: string): string {
  return options.find((option) => nameKey(option.value) === nameKey(value))?.value ?? value;
}
