import type { ReactNode } from "react";
import { Empty } from "../../components/ui/empty.tsx";
import { useNow } from "../../components/ui/use-now.ts";
import { useConnection } from "./use-connection.ts";

const PATIENCE_MS = 4000;

interface WhenReachableProps {
  readonly waiting: ReactNode;
  /** Puts the words into their room. */
  readonly away?: (words: ReactNode) => ReactNode;
  readonly children: ReactNode;
}

/** Shows `children` once the server was reached; before that, and only after a while, that it is not there. */
export function WhenReachable({ waiting, away = (words) => words, children }: WhenReachableProps) {
  const connection = useConnection();
  const now = useNow(connection.phase === "connecting" ? 500 : 0);
  if (connection.phase !== "connecting") return children;
  if (now - connection.since < PATIENCE_MS) return waiting;
  return away(
    <div role="alert">
      <Empty title="The server cannot be reached">
        It is tried again every few seconds; this page goes on by itself as soon as it answers. If you run it
        yourself, look whether it was started.
      </Empty>
    </div>,
  );
}
