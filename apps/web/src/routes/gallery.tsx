import { Button } from "../components/ui/button.tsx";
import { useTheme } from "../components/ui/use-theme.ts";
import { StageCard } from "../features/suggestions/stage-card.tsx";
import { NO_ACTIONS } from "../features/suggestions/use-card-actions.ts";
import { GALLERY } from "./gallery-cards.ts";
import "./gallery.css";

/** Every state of a card side by side, with made-up data: for those who change how it looks. */
export function GalleryRoute() {
  const { theme, turn } = useTheme();
  return (
    <main className="gallery">
      <header>
        <h1>States of a card</h1>
        <Button onClick={turn}>Scheme: {theme}</Button>
      </header>
      <div className="gallery-wall">
        {GALLERY.map(({ title, card, draft, marks = [] }, index) => (
          <div key={title}>
            <h2>
              {index + 1} · {title}
            </h2>
            <StageCard
              card={card}
              draft={draft}
              marks={marks}
              actions={NO_ACTIONS}
              asked="3:37"
              onOpenSource={() => {}}
            />
          </div>
        ))}
      </div>
    </main>
  );
}
