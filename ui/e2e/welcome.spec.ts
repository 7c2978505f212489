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

test("without a profile every other screen leads here", async ({ page }) => {
  await page.route("**/api/session", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), onboarded: false, sample: false } });
  });
  await page.goto("/path");
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(page.getByRole("link", { name: "Exercises" })).toBeHidden();
  await expectGoodScreen(page);
});

test("the answers become a path: how long it takes, when it ends, and what would be cut first", async ({ page }) => {
  // The folder of the sample learner is left as it is: only the reckoning is the server's.
  const session = await (await page.request.get("/api/session")).json();
  await page.route("**/api/onboarding", (route) => (route.request().method() === "POST" ? route.fulfill({ json: session }) : route.fallback()));
  await open(page, "/welcome");
  await page.getByRole("radio").first().check();
  await page.getByLabel("Background").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Make my path" }).press("Enter");
  await expect(page.getByRole("link", { name: "Begin with today" })).toBeVisible();
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.getByRole("region", { name: "How the total comes about" })).toBeVisible();
  await expectGoodScreen(page);
});
