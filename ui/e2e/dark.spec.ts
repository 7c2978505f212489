import { test } from "@playwright/test";
import { expectNoAxeFindings, open } from "./screen";

/** Contrast is a matter of the scheme: every screen once more in the dark. */
for (const path of ["/", "/path", "/work", "/work/sql-keys-near-quota", "/work/numeric-queue-wait", "/work/weekly-teardown", "/lesson/lesson-limits-and-errors", "/evidence", "/guide", "/guide/guide-pay", "/prompts/interview", "/settings", "/welcome", "/file"]) {
  test(`${path} in the dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await open(page, path);
    await page.waitForLoadState("networkidle");
    await expectNoAxeFindings(page);
  });
}
