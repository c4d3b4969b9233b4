import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const API = "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  // Relative addresses, so that the page also works behind a proxy that serves it under a prefix.
  base: "./",
  // Nothing is inlined: the page is served with `default-src 'self'`, which forbids data: addresses.
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false },
  server: { proxy: { "/api": { target: API, ws: true } } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
