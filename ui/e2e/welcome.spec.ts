import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open } from "./screen";

test("Welcome asks the first question first, and reckons while one answers", async ({ page }) => {
  await open(page, "/welcome");
  await expect(page.locator("h1")).toContainText("technical skill, product skill, or something else");
  await expect(page.getByText("In all")).toBeVisible();
  await expectGoodScreen(page);
  const answer = page.locator(".answer").first();
  const before = await answer.textContent();
  await page.getByRole("combobox", { name: "Sunday" }).selectOption("240");
  await expect(answer).not.toHaveText(before ?? "");
});

test("what is missing is named all at once", async ({ page }) => {
  await page.route("**/api/onboarding", async (route) => {
    const response = await route.fetch();
    const choices = await response.json();
    await route.fulfill({ response, json: { ...choices, proposal: { ...choices.proposal, blocker: "", background: "" } } });
  });
  await open(page, "/welcome");
  await page.getByRole("button", { name: "Make my path" }).press("Enter");
  await expect(page.getByRole("alert")).toContainText("Say what stands in your way most.");
  await expect(page.getByRole("alert")).toContainText("Say where you come from.");
  await expectNoAxeFindings(page);
});
