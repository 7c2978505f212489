import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("a screen that could not be read again says so above what it still shows, and reads it when it is asked to", async ({ page }) => {
  await open(page, "/companies");
  const broken = "**/api/companies";
  await page.route(broken, (route) => (route.request().method() === "GET" ? route.abort() : route.fallback()));
  await page.getByLabel("Another company").fill(`Reload ${Date.now()}`);
  await page.getByRole("button", { name: "Begin a card" }).press("Enter");
  const trouble = page.getByRole("alert");
  await expect(trouble).toContainText("Footbridge does not answer.");
  await expect(page.getByText("What stands below was read before that.")).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expectGoodScreen(page);
  await page.unroute(broken);
  await trouble.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(trouble).toBeHidden();
  await expect(page.getByRole("rowheader").getByText(/^Reload /).first()).toBeVisible();
});
