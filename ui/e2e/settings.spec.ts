import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("hours and days off are changed, and the plan is written anew", async ({ page }) => {
  await open(page, "/settings");
  await expect(page.getByText("In all")).toBeVisible();
  await expectGoodScreen(page);
  const save = page.getByRole("button", { name: "Save and plan again" });
  await expect(save).toBeDisabled();
  const friday = page.getByRole("combobox", { name: "Friday" });
  await friday.selectOption((await friday.inputValue()) === "30" ? "45" : "30");
  await expect(save).toBeEnabled();
  await page.getByLabel("from", { exact: true }).fill("2027-03-01");
  await page.getByLabel("to", { exact: true }).fill("2027-03-03");
  await page.getByRole("button", { name: "Add" }).press("Enter");
  await expect(page.getByText("1–3 March 2027")).toBeVisible();
  await save.press("Enter");
  await expect(page.getByText("Saved, and the plan is written anew.")).toBeVisible();
});
