const ROOMS = [
  ["say", "Say"],
  ["transcript", "Transcript"],
  ["customer", "Customer"],
] as const;

export type Room = (typeof ROOMS)[number][0];

interface RoomTabsProps {
  readonly room: Room;
  readonly onRoom: (room: Room) => void;
  /** New answers that wait. */
  readonly waiting: number;
}

/** One room at a time, on a phone. */
export function RoomTabs({ room, onRoom, waiting }: RoomTabsProps) {
  return (
    <nav className="room-tabs" aria-label="Rooms">
      {ROOMS.map(([name, label]) => (
        <button key={name} type="button" aria-current={room === name} onClick={() => onRoom(name)}>
          {label}
          {name === "say" && waiting > 0 ? <i className="dot" /> : null}
        </button>
      ))}
    </nav>
  );
}
