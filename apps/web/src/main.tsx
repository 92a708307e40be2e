import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { openSocket, socketUrl } from "./connection.ts";
import { createApi } from "./trpc.ts";

const root = document.getElementById("root");
if (!root) throw new Error("#root is missing");

const api = createApi(openSocket(socketUrl(location)));
const cache = new QueryClient({ defaultOptions: { queries: { retry: 2, refetchOnWindowFocus: false } } });

createRoot(root).render(
  <StrictMode>
    <App api={api} cache={cache} />
  </StrictMode>,
);
