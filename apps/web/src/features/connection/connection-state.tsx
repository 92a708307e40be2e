import { useNow } from "../../components/ui/use-now.ts";
import { useConnection } from "./use-connection.ts";
import "./connection.css";

const BACK_FOR_MS = 12_000;

interface Props {
  /** The call's clock when the reader last had news, as in `4:12`; absent where no call is open. */
  readonly lookingAt?: string | undefined;
  /** How many things were said while the connection was away. */
  readonly missed?: number;
}

/** Whether news comes through. Says more only while there is more to say, in a place of its own. */
export function ConnectionState({ lookingAt, missed = 0 }: Props) {
  const connection = useConnection();
  const now = useNow(1000);
  const back = connection.phase === "connected" && connection.lostAt !== null;
  const recent = back && now - connection.since < BACK_FOR_MS;
  const [look, title, words] =
    connection.phase === "lost"
      ? [
          "lost",
          "Reconnecting…",
          `${lookingAt ? `You are looking at ${lookingAt}. ` : ""}Nothing will be missed.`,
        ]
      : connection.phase === "connecting"
        ? ["lost", "Connecting…", ""]
        : recent
          ? ["back", "Back.", backWords(missed)]
          : ["fine", "Connected", ""];
  return (
    <p className={`connection ${look}`} role="status">
      <i />
      <b>{title}</b> <span>{words}</span>
    </p>
  );
}

function backWords(missed: number): string {
  if (missed === 0) return "Nothing was missed.";
  return missed === 1
    ? "1 thing was said meanwhile; it is marked."
    : `${missed} things were said meanwhile; they are marked.`;
}
