import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("what the site says about its owner is written by keyboard alone, and comes back", async ({ page }) => {
  await open(page, "/publish");
  const form = page.getByRole("region", { name: "What it says about you" });
  const headline = form.getByLabel("Headline, in one sentence");
  await headline.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Makes APIs that explain themselves");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("From support to product.");
  await form.getByRole("button", { name: "Add a link" }).press("Enter");
  await page.keyboard.type("Nowhere");
  await page.keyboard.press("Tab");
  await page.keyboard.type("javascript:x");
  await form.getByLabel(/^Paper/).press("Space");
  await form.getByLabel(/^Show reviews/).check();
  await form.getByRole("button", { name: "Keep it" }).press("Enter");
  await expect(form.getByText("Kept in portfolio.toml.")).toBeVisible();
  await expect(form.getByText(/“Nowhere”, `?javascript:x`? ?, is shown without a link\./)).toBeVisible({ timeout: 30_000 });
  const frame = page.getByRole("region", { name: "As it would look" }).frameLocator("iframe");
  await expect(frame.getByText("Makes APIs that explain themselves")).toBeVisible({ timeout: 30_000 });
  await expectGoodScreen(page);

  await page.reload();
  await expect(headline).toHaveValue("Makes APIs that explain themselves");
  await expect(form.getByLabel("About you, in two short paragraphs")).toHaveValue("From support to product.");
  await form.getByRole("button", { name: "Remove the link Nowhere" }).press("Enter");
  await form.getByLabel(/^Workbench/).press("Space");
  await form.getByLabel(/^Show reviews/).uncheck();
  await form.getByRole("button", { name: "Keep it" }).press("Enter");
  await expect(form.getByText("Kept in portfolio.toml.")).toBeVisible();
});

test("every row of what would convince leads to what closes it, and that of a setting to its field", async ({ page }) => {
  await open(page, "/publish");
  const rows = page.getByRole("region", { name: "What would make it convincing" });
  await expect(rows.locator(".finding").first()).toBeVisible({ timeout: 30_000 });
  for (const row of await rows.locator(".finding").all()) expect(await row.getByRole("link").count(), (await row.textContent()) ?? "").toBeGreaterThan(0);
  await rows.locator('a[href="/publish#settings-address"]').press("Enter");
  await expect(page.getByLabel("Address where the site will stand")).toBeFocused();
});

test("after a build the filled button opens what was built", async ({ page }) => {
  await open(page, "/publish");
  await page.getByRole("button", { name: "Build it" }).press("Enter");
  await expect(page.getByRole("region", { name: "Built" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("link", { name: "Open the built site" })).toHaveClass(/primary/);
  await expect(page.getByRole("button", { name: "Build it" })).not.toHaveClass(/primary/);
  const preview = page.getByRole("region", { name: "As it would look" });
  await preview.getByText(/^\d+ more pages$/).click();
  expect(await preview.getByRole("list").getByRole("button").count()).toBeGreaterThan(6);
});

test("a gap about publishing or reviews leads to that place of the piece's page", async ({ page }) => {
  await open(page, "/work/prd-developer-tool#publish");
  await expect(page.locator("#publish-summary")).toBeFocused();
  await expect(page.getByLabel("Published at")).toBeVisible();
  await open(page, "/today");
  await open(page, "/work/prd-developer-tool#readers");
  await expect(page.getByRole("heading", { name: "Another reader" })).toBeFocused();
});
