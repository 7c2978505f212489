import { join } from "node:path";
import { test } from "@playwright/test";
import { open } from "./screen";

/** Pictures of every screen, for looking at them: set `FOOTBRIDGE_PICTURES` to a folder. */
const folder = process.env.FOOTBRIDGE_PICTURES;
const screens = (process.env.FOOTBRIDGE_SCREENS ?? "/today /path /work /work/sql-keys-near-quota /work/numeric-queue-wait /work/weekly-teardown /lesson/lesson-limits-and-errors /evidence /guide /guide/guide-pay /prompts/interview /settings /welcome /file /look").split(" ");

for (const scheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    for (const path of screens) {
      test(`${path} ${width} ${scheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 860 });
        await open(page, path);
        await page.waitForLoadState("networkidle");
        await page.evaluate(() => document.fonts.ready);
        if (path.includes("/work/sql") || path.includes("teardown")) {
          await page.locator(".cm-content").waitFor();
          await page.getByRole("button", { name: /^Check/ }).click();
          await page.getByRole("region", { name: "Verdict" }).waitFor();
        }
        const name = `${path.slice(1).replaceAll("/", "-")}-${width}-${scheme}.png`;
        await page.screenshot({ path: join(folder!, name), fullPage: true });
      });
    }
  }
}
