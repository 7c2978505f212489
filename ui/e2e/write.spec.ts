import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("writing shows its sections and words, and is judged with the keyboard", async ({ page }) => {
  await open(page, "/work/weekly-teardown");
  const editor = page.getByRole("textbox", { name: "Answer in Markdown" });
  await expect(editor).toBeVisible();
  await expectGoodScreen(page);
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("# Title\n\n## Users\n\nBackend developers who send messages.\n");
  await expect(page.getByText("5 words").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Users" })).toBeVisible();
  await page.keyboard.press("Shift+Control+Enter");
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await page.getByRole("button", { name: "Users" }).press("Enter");
  await expect(editor).toBeFocused();
});

test("the brief scrolls beside the text, and on a telephone the text is one press away", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await open(page, "/work/weekly-teardown");
  const brief = page.getByRole("region", { name: "Brief" });
  const [height, inside] = await brief.evaluate((it) => [it.clientHeight, it.scrollHeight]);
  expect(height).toBeLessThan(860);
  expect(inside).toBeGreaterThan(height);
  const [left, help] = await Promise.all([brief.boundingBox(), page.getByRole("region", { name: "Help" }).boundingBox()]);
  expect(help!.x, "nothing else stands under the brief").toBeGreaterThan(left!.x + left!.width);
  await expect(page.getByRole("button", { name: "Go to your text" })).toBeHidden();

  await page.setViewportSize({ width: 390, height: 844 });
  const jump = page.getByRole("button", { name: "Go to your text" });
  await expect(jump).toBeInViewport();
  await jump.press("Enter");
  await expect(page.getByRole("textbox", { name: "Answer in Markdown" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Answer in Markdown" })).toBeInViewport();
});

test("editor, sections and what is found count the same words, and the template's are none", async ({ page }) => {
  await open(page, "/work/prd-developer-tool");
  const editor = page.getByRole("textbox", { name: "Answer in Markdown" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("# A title\n\n## Problem\n\nTBD\n\nIt fails often.\n\n*Who has it, and how often?*\n");
  const answer = page.getByRole("region", { name: "Answer", exact: true });
  await expect(answer.getByText("3 words", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Sections" }).getByText("3 words", { exact: true })).toBeVisible();
  await expect(page.getByText(/The answer has 3 words; it needs at least/)).toBeVisible();
});

test("the text for a place is shown, and can be selected, beside the button that copies it", async ({ page }) => {
  await open(page, "/work/weekly-teardown");
  const panel = page.getByRole("region", { name: "Publish it" });
  await panel.getByRole("button", { name: "Make the text" }).press("Enter");
  const made = panel.getByRole("textbox", { name: "The text to publish" });
  await expect(made).toHaveAttribute("readonly", "");
  await expect(made).not.toHaveValue("");
  await expect(panel.getByRole("button", { name: "Copy the text" })).toBeVisible();
});
