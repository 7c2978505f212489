import { expect, test } from "@playwright/test";
import { expectNoAxeFindings, open } from "./screen";

test("the visual language is sound in both schemes, and only shown in development", async ({ page }) => {
  const session = await (await page.request.get("/api/session")).json();
  await open(page, "/look");
  if (!session.development) {
    await expect(page.locator("h1")).toHaveText("There is nothing at this address");
    return;
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeFindings(page);
  }
});
