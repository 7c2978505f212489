import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("a decision is begun, changed so that another is first, and nothing written is lost", async ({ page }) => {
  await open(page, "/decide");
  const options = page.getByRole("region", { name: "Options in order" });
  await expect(options.getByRole("row").nth(1)).toContainText("A quick start with a ready test key");
  await expect(page.getByRole("listitem").filter({ hasText: /The reach of .* from 3000 to/ })).toBeVisible();
  await expectGoodScreen(page);

  await expect(page.getByRole("heading", { name: "Pair by pair" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What is worth researching" })).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a decision record" }).press("Enter");
  expect((await saved).suggestedFilename()).toBe("decision-record.md");

  await page.getByRole("button", { name: "Matrix" }).press("Enter");
  await expect(page.getByText(/nothing is scored yet: lock the weights, then score/)).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "MoSCoW" }).press("Enter");
  await expect(options.getByRole("row").nth(1)).toContainText("Test keys that never charge");
  await expectGoodScreen(page);

  await page.getByRole("textbox", { name: "Decision in YAML" }).fill("option,Integration,Price\nweight,60,40\nPostman,2 – 3 – 5,4\nOwn page,5,3\n");
  await expect(options.getByRole("row").nth(1)).toContainText("Own page");
  await page.reload();
  await expect(options.getByRole("row").nth(1)).toContainText("Own page");

  await page.getByRole("textbox", { name: "Decision in YAML" }).fill("format: 1\nmethod: ricee\n");
  await expect(page.getByRole("heading", { name: "To be mended" })).toBeVisible();
  await expect(page.getByText("Did you mean rice?")).toBeVisible();
  await expectGoodScreen(page);
});

test("figures of one's own are still there after a look at two starters, a change in one and another screen", async ({ page }) => {
  await open(page, "/decide");
  const first = page.getByRole("region", { name: "Options in order" }).getByRole("row").nth(1);
  await expect(first).toContainText("A quick start");
  const editor = page.getByRole("textbox", { name: "Decision in YAML" });
  await editor.fill("option,Integration,Price\nweight,60,40\nPostman,3,4\nOwn page,5,3\n");
  await expect(first).toContainText("Own page");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
  const back = () => press("Back to what was here");

  await press("RICE");
  await expect(first).toContainText("A quick start");
  await press("MoSCoW");
  await expect(first).toContainText("Test keys that never charge");
  await back();
  await expect(first).toContainText("Own page");
  await expect(page.getByRole("button", { name: "Back to what was here" })).toBeFocused();

  await press("RICE");
  await expect(first).toContainText("A quick start");
  await editor.press("Control+End");
  await page.keyboard.insertText("# changed\n");
  await expect(editor).toContainText("# changed");
  await press("MoSCoW");
  await expect(first).toContainText("Test keys that never charge");
  await page.getByRole("link", { name: "Roadmap" }).press("Enter");
  await page.goBack();
  await expect(first).toContainText("Test keys that never charge");
  await back();
  await expect(editor).toContainText("# changed");
  await back();
  await expect(first).toContainText("Own page");
});
