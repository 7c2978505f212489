import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open } from "./screen";

test("Evidence shows its passes, judges them again and leads to the portfolio", async ({ page }) => {
  await open(page, "/evidence");
  await expectGoodScreen(page);
  const pass = page.locator("details").first();
  await pass.locator("summary").press("Enter");
  await expect(pass.getByText("SHA-256")).toBeVisible();
  await page.getByRole("button", { name: "Judge every pass again" }).press("Enter");
  await expect(page.getByRole("region", { name: "Judged again" })).toBeVisible();
  for (const details of await page.locator("details > summary").all()) await details.press("Enter");
  await expectNoAxeFindings(page);
  await page.getByRole("link", { name: "Portfolio", exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("files");
});

test("Portfolio says what is missing, builds the site and shows it", async ({ page }) => {
  await open(page, "/publish");
  await expectGoodScreen(page);
  const build = page.getByRole("button", { name: "Build it" });
  await build.press("Enter");
  await expect(page.getByRole("region", { name: "Built" })).toBeVisible();
  await expect(build, "a button that waited keeps the keyboard").toBeFocused();
  await expectNoAxeFindings(page);
  await page.goto("/portfolio/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.locator("main a[href^='evidence/']").first().click();
  await expect(page.getByText(/SHA-256/).first()).toBeVisible();
  await expectNoAxeFindings(page);
});

test("without a pass it says what will be there and the first step", async ({ page }) => {
  await page.route("**/api/evidence", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), answer: "Nothing is proven yet", passes: [], site: null } });
  });
  await open(page, "/evidence");
  await expect(page.getByRole("link", { name: "Open today's work" })).toBeVisible();
  await expectGoodScreen(page);
});

test("what was missed in its re-test is marked, and its pass stays", async ({ page }) => {
  const to_refresh = "To be refreshed: the re-test on 18 January 2027 was not passed. The pass of 4 January 2027 stays.";
  await page.route("**/api/evidence", async (route) => {
    const response = await route.fetch();
    const view = await response.json();
    view.passes[0].to_refresh = to_refresh;
    view.skills[0].to_refresh = to_refresh;
    await route.fulfill({ response, json: view });
  });
  await open(page, "/evidence");
  await expect(page.locator("summary").getByText("to be refreshed")).toHaveCount(1);
  await page.locator("summary", { hasText: "to be refreshed" }).press("Enter");
  await expect(page.getByText(to_refresh)).toBeVisible();
  await expectGoodScreen(page);
});
