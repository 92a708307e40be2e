import { Waiting } from "../components/ui/empty.tsx";

/** The three rooms with their places kept, so that nothing moves when the call is there. */
export function LoadingRooms() {
  return (
    <main className="rooms" data-room="say">
      <section className="room transcript" aria-label="Transcript">
        <div className="room-bar">
          <h2>Transcript</h2>
        </div>
        <div className="room-scroll padded">
          <Waiting lines={7} label="Loading the transcript" />
        </div>
      </section>
      <section className="room say-room" aria-label="AI Suggestions">
        <div className="room-bar">
          <h2>Say this</h2>
        </div>
        <div className="room-scroll padded">
          <Waiting lines={5} label="Loading the answers" />
        </div>
      </section>
      <section className="room customer" aria-label="User Details">
        <div className="room-bar">
          <h2>User Details</h2>
        </div>
        <div className="room-scroll padded">
          <Waiting lines={6} label="Loading the customer" />
        </div>
      </section>
    </main>
  );
}
