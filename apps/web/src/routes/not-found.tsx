import { Link } from "wouter";
import { Empty } from "../components/ui/empty.tsx";

export function NotFoundRoute() {
  return (
    <main className="home">
      <h1 className="hidden-words">Live Copilot</h1>
      <Empty
        title="There is nothing at this address"
        actions={
          <Link href="/" className="button plain">
            All calls
          </Link>
        }
      />
    </main>
  );
}
