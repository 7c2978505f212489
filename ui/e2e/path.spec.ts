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

test("Path names the interview that is agreed on, and plans what prepares for it before its day", async ({ page }) => {
  await open(page, "/path");
  await expect(page.locator("h1")).toHaveText(/^First TPM interview scheduled for .*\. The plan goes on until /);
  await expect(page.getByText(/^Interview with .*: It is on .*, in \d+ days\. What prepares for your interview/)).toBeVisible();
  const { steps, interviews } = await (await page.request.get("/api/path")).json();
  const items = steps.flatMap((step: { work: { items: { id: string; last: string | null }[] }[] }) => step.work.flatMap((work) => work.items));
  const first = items.find((item: { id: string }) => item.id === "prepare-product-sense");
  expect(first.last < interviews[0].on).toBe(true);
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
