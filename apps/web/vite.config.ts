import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const API = process.env["API_URL"] ?? "http://127.0.0.1:3000";

/** The API checks Origin and Host; in development a request has to look as if it came from its own page. */
const toApi = { target: API, changeOrigin: true, rewriteWsOrigin: true, headers: { origin: API } };

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    // The content security policy allows no data: URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    cssTarget: ["chrome123", "edge123", "firefox121", "safari17.5"],
  },
  server: {
    port: 5173,
    proxy: { "/trpc": { ...toApi, ws: true }, "/webhook": toApi },
  },
});
