import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open } from "./screen";

test("a file of one's own is opened and asked with the keyboard", async ({ page }) => {
  const file = join(mkdtempSync(join(tmpdir(), "footbridge-file-")), "tickets.csv");
  writeFileSync(file, "id,opened_on,minutes\n1,2026-11-02,14\n2,2026-11-03,75\n");
  await open(page, "/file");
  await expectGoodScreen(page);
  await page.getByLabel("Paths, one a line").fill(file);
  await page.getByRole("button", { name: "Open" }).press("Enter");
  const editor = page.getByRole("textbox", { name: "SQL query on your files" });
  await expect(editor).toBeVisible();
  await editor.click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Result of the query" }).getByRole("table")).toBeVisible();
  await expectNoAxeFindings(page);
});
