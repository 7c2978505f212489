import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

/** Another test may have built the site just now. */
const SAYS = /(; nothing would be written\.|would be written\. Nothing is written until you build it\.)$/;

test("the portfolio is looked at page by page before anything is written", async ({ page }) => {
  await open(page, "/publish");
  const preview = page.getByRole("region", { name: "As it would look" });
  await expect(preview.getByText(SAYS)).toBeVisible({ timeout: 30_000 });
  const frame = preview.frameLocator("iframe");
  await expect(frame.locator("h1")).toBeVisible();
  await expect.poll(() => frame.locator("body").evaluate((body) => getComputedStyle(body).margin), "the page has its own style").not.toBe("8px");
  await expect(preview.locator("iframe")).toHaveAttribute("sandbox", "allow-same-origin");
  const pages = preview.getByRole("list", { name: "Pages" }).getByRole("button");
  expect(await pages.count()).toBeGreaterThan(3);
  await pages.nth(1).press("Enter");
  await expect(pages.nth(1)).toHaveAttribute("aria-current", "page");
  await expect(frame.locator("h1")).toBeVisible();
  await preview.getByLabel("on a telephone").press("Space");
  await expectGoodScreen(page);
});

test("a page of the preview is framed by this server alone and runs nothing", async ({ page }) => {
  const answer = await page.request.get("/portfolio-preview/index.html");
  const policy = answer.headers()["content-security-policy"]!;
  for (const rule of ["default-src 'none'", "frame-ancestors 'self'", "form-action 'none'", "sandbox allow-same-origin"]) expect(policy).toContain(rule);
  expect((await page.request.get("/portfolio-preview/../footbridge.toml")).status()).toBe(404);
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  test("everything can be read", async ({ page }) => {
    await open(page, "/publish");
    await expect(page.getByText(SAYS)).toBeVisible({ timeout: 30_000 });
    await expectGoodScreen(page);
  });
});
