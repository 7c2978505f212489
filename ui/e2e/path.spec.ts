import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open } from "./screen";

test("Path draws the way and says the same as a table", async ({ page }) => {
  await open(page, "/path");
  await expect(page.getByRole("img", { name: /^The path/ })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByText("The same as a table").press("Enter");
  const table = page.getByRole("region", { name: "The path as a table" });
  await expect(table.getByRole("row")).toHaveCount(6);
});

test("every disclosure of Path opens with the keyboard, and nothing inside is amiss", async ({ page }) => {
  await open(page, "/path");
  await page.locator("summary", { hasText: /come about$/ }).press("Enter");
  await expect(page.getByRole("region", { name: "How the total comes about" })).toBeVisible();
  await page.locator("summary", { hasText: /^1 / }).press("Enter");
  await expect(page.getByText(/^Milestone:/).first()).toBeVisible();
  await expectNoAxeFindings(page);
});

test("the calendar is a file of the server's", async ({ page }) => {
  await open(page, "/path");
  const link = page.getByRole("link", { name: "Export .ics" });
  await expect(link).toHaveAttribute("href", "/api/plan.ics");
  await expect(link).toHaveAttribute("download", /\.ics$/);
});
