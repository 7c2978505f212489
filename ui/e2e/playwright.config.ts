import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/**
 * `FOOTBRIDGE_URL`: the address of a running Footbridge, as it is printed at the start, with its one-time code. The project `lived-in` wants the
 * sample learner as `footbridge demo` shows them; `beginnings` wants their folder without its private part and without a résumé; `first-day` an
 * empty folder, and the pages of development.
 * `CHROMIUM`: the browser, when it is not at /usr/bin/chromium.
 */
const address = new URL(process.env.FOOTBRIDGE_URL ?? "http://127.0.0.1:5173/");

export const STATE = join(tmpdir(), `footbridge-e2e-${process.getuid?.() ?? 0}-${address.port}.json`);

export default defineConfig({
  testDir: ".",
  projects: [
    // Pictures are for looking at, and taken only when a folder for them is named.
    { name: "lived-in", testIgnore: ["beginnings/**", "first-day/**", ...(process.env.FOOTBRIDGE_PICTURES ? [] : ["pictures.spec.ts"])] },
    { name: "beginnings", testMatch: "beginnings/**" },
    { name: "first-day", testMatch: "first-day/**" },
  ],
  outputDir: "results",
  globalSetup: "./enter.ts",
  reporter: "list",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address.origin,
    storageState: STATE,
    viewport: { width: 1280, height: 860 },
    reducedMotion: "reduce",
    locale: "en-GB",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
