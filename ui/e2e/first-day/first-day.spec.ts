import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open, tabTo } from "../screen";

// One person on one day: each test goes on where the last one stopped.
test.describe.configure({ mode: "serial" });

const session = async (page: Page) => (await (await page.request.get("/api/session")).json()) as { folder: string; onboarded: boolean; development: boolean };

test("without a profile every screen leads to the first question, and nothing is written", async ({ page }) => {
  const { folder, onboarded } = await session(page);
  expect(onboarded).toBe(false);
  for (const path of ["/", "/path", "/evidence"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/welcome$/);
  }
  await expect(page.getByRole("link", { name: "Exercises" })).toBeHidden();
  await expectGoodScreen(page);
  expect(existsSync(join(folder, "footbridge.toml"))).toBe(false);
});

test("a file of one's own is opened from the first screen, before anything is answered", async ({ page }) => {
  const file = join(mkdtempSync(join(tmpdir(), "footbridge-file-")), "tickets.csv");
  writeFileSync(file, "id,opened_on,minutes\n1,2026-11-02,14\n2,2026-11-03,75\n");
  await open(page, "/");
  await page.getByRole("main").getByRole("link", { name: "Open my own file" }).click();
  await expect(page).toHaveURL(/\/file$/);
  await page.getByLabel("Paths, one a line").fill(file);
  await page.getByRole("button", { name: "Open" }).press("Enter");
  const editor = page.getByRole("textbox", { name: "SQL query on your files" });
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("select sum(minutes) as minutes from tickets");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Result of the query" }).getByRole("cell", { name: "89" })).toBeVisible();
});

test("a company named in a role is told before it is shared", async ({ page }) => {
  await open(page, "/welcome");
  await page.getByLabel(/^Other roles/).fill("TPM at Acme");
  await expect(page.getByText("“TPM at Acme” seems to name a company.")).toBeVisible();
  await expectNoAxeFindings(page);
});

test("the answers become a folder, a dated plan and today's work", async ({ page }) => {
  await open(page, "/welcome");
  await page.getByRole("radio", { name: /^Technical skill/ }).check();
  await page.getByLabel("Background").selectOption("support");
  // Whatever day it is, there is time on it.
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]) await page.getByRole("combobox", { name: day }).selectOption("60");
  await tabTo(page, /^Make my path$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Begin with today" })).toBeVisible();
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.getByRole("region", { name: "How the total comes about" })).toBeVisible();
  await expectGoodScreen(page);

  const { folder, onboarded } = await session(page);
  expect(onboarded).toBe(true);
  expect(readFileSync(join(folder, "footbridge.toml"), "utf8")).toContain('background = "support"');
  expect(readFileSync(join(folder, "plan.md"), "utf8")).toContain("## Week 1");

  await page.getByRole("link", { name: "Begin with today" }).click();
  await expect(page).toHaveTitle(/^Today/);
  const first = page.getByRole("main").locator(".button.primary");
  await expect(first).toContainText("Start");
  await first.click();
  await expect(page).toHaveURL(/\/work\//);
  await expectNoAxeFindings(page);
});

test("the visual language is sound in both schemes", async ({ page }) => {
  expect((await session(page)).development).toBe(true);
  await open(page, "/look");
  await expect(page.getByText("The system says: No space left on device")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeFindings(page);
  }
});
