import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

for (const name of ["learning-plan", "interview", "tools"]) {
  test(`the prompt “${name}” shows its text before it is copied`, async ({ page }) => {
    await open(page, `/prompts/${name}`);
    await expect(page.getByRole("region", { name: "Text of the prompt" })).not.toBeEmpty();
    await expectGoodScreen(page);
  });
}

test("what is typed stands in the text, which is copied with the keyboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/prompts/interview");
  await page.getByRole("textbox").first().fill("Postman");
  const text = page.getByRole("region", { name: "Text of the prompt" });
  await expect(text).toContainText("Postman");
  await page.getByRole("button", { name: "Copy the text" }).press("Enter");
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Postman");
});
