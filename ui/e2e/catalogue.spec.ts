import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("the catalogue is filtered by words, state and kind without a mouse", async ({ page }) => {
  await open(page, "/work");
  await expectGoodScreen(page);
  const lines = page.locator("main section li a");
  const all = await lines.count();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("quota");
  await expect(lines.filter({ hasText: /quota/i }).first()).toBeVisible();
  expect(await lines.count()).toBeLessThan(all);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "To do" })).toBeChecked();
  await page.getByRole("button", { name: "Show all" }).first().press("Enter");
  await expect(lines).toHaveCount(all);
});

test("a filter that nothing fits says so", async ({ page }) => {
  await open(page, "/work");
  await page.getByRole("searchbox").fill("no such words anywhere");
  await expect(page.getByText("No work fits this filter.")).toBeVisible();
});

test("the filter stands in the address: the way back from an exercise keeps it", async ({ page }) => {
  await open(page, "/work");
  await page.getByRole("radio", { name: "To do" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("searchbox").pressSequentially("quota");
  const found = await page.getByRole("status").textContent();
  await page.locator("main section li a").first().press("Enter");
  await expect(page).toHaveURL(/\/(work|lesson)\/[\w-]+$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/work\?state=to-do&words=quota$/);
  await expect(page.getByRole("radio", { name: "To do" })).toBeChecked();
  await expect(page.getByRole("searchbox")).toHaveValue("quota");
  await expect(page.getByRole("status")).toHaveText(found!);
  await page.goBack();
  await expect(page.getByRole("radio", { name: "All" }).first()).toBeChecked();
});
