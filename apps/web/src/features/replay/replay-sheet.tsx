import { ToggleGroup } from "radix-ui";
import { useState } from "react";
import { clock } from "../../components/text/clock.ts";
import { Button } from "../../components/ui/button.tsx";
import { Empty, Waiting } from "../../components/ui/empty.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import { Sheet } from "../../components/ui/sheet.tsx";
import { SPEEDS, useSamples } from "./use-samples.ts";
import "./replay.css";

/** Which sample call, and how fast. */
export function ReplaySheet({ onClose }: { onClose: () => void }) {
  const [speed, setSpeed] = useState(1);
  const { list, play } = useSamples(true);
  const start = (callId: string) => play.mutate({ callId, speed }, { onSuccess: onClose });
  const calls = list.data?.calls ?? [];
  return (
    <Sheet title="Replay a sample call" place="center" onClose={onClose}>
      <div className="samples-speed">
        <span id="speed">Speed</span>
        <ToggleGroup.Root
          className="speeds"
          type="single"
          aria-labelledby="speed"
          value={String(speed)}
          onValueChange={(value) => value && setSpeed(Number(value))}
        >
          {SPEEDS.map((times) => (
            <ToggleGroup.Item key={times} className="speed" value={String(times)}>
              ×{times}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      </div>
      {list.isPending ? <Waiting lines={6} label="Loading the sample calls" /> : null}
      {list.isError ? (
        <Empty
          title="The sample calls could not be loaded"
          actions={<Button onClick={() => list.refetch()}>Try again</Button>}
        />
      ) : null}
      {list.isSuccess && calls.length === 0 ? <Empty title="This server has no sample calls" /> : null}
      <ul className="samples">
        {calls.map(({ id, title, summary, seconds, turns }) => (
          <li key={id}>
            <button type="button" className="sample" disabled={play.isPending} onClick={() => start(id)}>
              <Icon name="play" />
              <b>{title}</b>
              <span>{summary}</span>
              <small>
                {clock((seconds * 1000) / speed)} · {turns} turns
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
