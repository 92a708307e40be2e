import { Button } from "../../components/ui/button.tsx";

/** The last row of an editor: takes back what the agent set, so that the call or the record count again. */
export function TakeBack({ onClick }: { onClick: () => void }) {
  return (
    <div className="pop-foot">
      <Button look="ghost" onClick={onClick}>
        Take back what I set
      </Button>
    </div>
  );
}
