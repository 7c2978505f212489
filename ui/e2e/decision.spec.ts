import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

const FOLDER = new URL("../../content/exercises/decide-api-gateway/", import.meta.url);
const starter = readFileSync(new URL("starter.yaml", FOLDER), "utf8");
const solution = readFileSync(new URL("solution.yaml", FOLDER), "utf8");

test("a decision is weighed, locked, scored and judged with the keyboard, and shows its figures only then", async ({ page }) => {
  await open(page, "/work/decide-api-gateway");
  const editor = page.getByRole("textbox", { name: "Answer in YAML" });
  const look = page.getByRole("region", { name: "While you write" });
  await expect(page.getByText("Which option is right is not.")).toBeVisible();
  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  };

  const weights = solution.slice(solution.indexOf("criteria:"), solution.indexOf("locked:"));
  const unscored = starter.slice(starter.indexOf("options:"));
  await write(`format: 1\nmethod: matrix\nscale: [1, 5]\n${weights}${unscored.slice(0, unscored.indexOf("ranking:"))}`);
  await expect(look.getByText(/Lock them before you score/)).toBeVisible();
  const seal = /locked: (\S+)/.exec(solution)?.[1] ?? "";
  await expect(look.getByText(seal)).toBeVisible();
  await expectGoodScreen(page);

  await write(solution.replace("weight: 30", "weight: 55"));
  await expect(look.getByText(/are others than those that were locked/)).toBeVisible();
  const read = page.getByRole("button", { name: "Read", exact: true });
  await read.press("Enter");
  await expect(page.getByText(/Until then you reckon order and flip point yourself/)).toBeVisible();
  await page.getByRole("button", { name: "Write", exact: true }).press("Enter");

  await write(solution);
  await expect(look.getByText("Nothing in the form stands in the way of a pass.")).toBeVisible();
  await read.press("Enter");
  await expect(page.getByRole("region", { name: "Options in order" }).getByRole("row").nth(1)).toContainText("Buy Northgate");
  await expectGoodScreen(page);
  await page.keyboard.press("Shift+Control+Enter");
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict.getByText(/rest on words of the material/)).toBeVisible();
  await expectGoodScreen(page);
});
