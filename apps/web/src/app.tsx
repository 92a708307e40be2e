import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { FeatureBoundary } from "./components/ui/feature-boundary.tsx";
import { ToastProvider } from "./components/ui/toast.tsx";
import { useCallChanges, useCalls } from "./features/calls/use-calls.ts";
import { CallRoute } from "./routes/call.tsx";
import { HomeRoute } from "./routes/home.tsx";
import { NotFoundRoute } from "./routes/not-found.tsx";
import { type Api, ApiContext } from "./trpc.ts";

const Gallery = lazy(() =>
  import("./routes/gallery.tsx").then(({ GalleryRoute }) => ({ default: GalleryRoute })),
);

export function App({ api, cache }: { api: Api; cache: QueryClient }) {
  return (
    <FeatureBoundary name="The page">
      <ApiContext value={api}>
        <QueryClientProvider client={cache}>
          <ToastProvider>
            <Switch>
              <Route path="/gallery">
                <Suspense>
                  <Gallery />
                </Suspense>
              </Route>
              <Route path="/calls/:sessionId">{({ sessionId }) => <Desk sessionId={sessionId} />}</Route>
              <Route path="/">
                <Desk />
              </Route>
              <Route>
                <NotFoundRoute />
              </Route>
            </Switch>
          </ToastProvider>
        </QueryClientProvider>
      </ApiContext>
    </FeatureBoundary>
  );
}

/** The list of calls is kept up to date whichever call is open. */
function Desk({ sessionId }: { sessionId?: string }) {
  useCallChanges();
  const calls = useCalls();
  if (sessionId === undefined) return <HomeRoute calls={calls} />;
  return <CallRoute key={sessionId} sessionId={sessionId} calls={calls} />;
}
