import { writeFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { mockServer } from "./mock/plugin.ts";

/** `dist/` is built, never committed, but must exist in a fresh clone: only this file of it is kept. Emptying the folder would lose it. */
const keepIgnoreFile: Plugin = {
  name: "keep-ignore-file",
  apply: "build",
  closeBundle: () => writeFileSync(new URL("./dist/.gitignore", import.meta.url), "*\n!.gitignore\n"),
};

/** A running Footbridge to develop against; without one the mock answers. */
const upstream = process.env.FOOTBRIDGE_URL;

export default defineConfig({
  plugins: [svelte(), keepIgnoreFile, ...(upstream ? [] : [mockServer()])],
  server: {
    host: "127.0.0.1",
    proxy: upstream ? { "/api": { target: upstream, changeOrigin: true }, "/portfolio": { target: upstream, changeOrigin: true } } : {},
  },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: "manifest.json",
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
});
