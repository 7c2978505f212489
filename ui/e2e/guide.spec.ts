import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, expectNoSidewaysScroll, open } from "./screen";

test("the contents of the guide lead to its pages", async ({ page }) => {
  await open(page, "/guide");
  await expectGoodScreen(page);
  await page.locator("main li a").first().press("Enter");
  await expect(page).toHaveURL(/\/guide\/.+/);
  await expect(page.locator("h1")).toBeFocused();
});

test("every page of the guide is sound, wide and narrow", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, "/guide");
  const pages = await page.locator("main li a").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  for (const path of pages) {
    const response = await page.request.get(`/api${path}`);
    expect(response.ok(), path).toBe(true);
    await open(page, path);
    await expectNoAxeFindings(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 860 });
  }
});

test("a table is sorted with the keyboard, and says how", async ({ page }) => {
  await open(page, "/guide/guide-pay");
  const heading = page.locator("th[aria-sort]").nth(1);
  await heading.getByRole("button").press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await heading.getByRole("button").press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expectNoAxeFindings(page);
});
