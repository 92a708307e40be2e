import { Link } from "wouter";
import { Empty } from "../components/ui/empty.tsx";

export function NotFoundRoute() {
  return (
    <main className="home">
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
