import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open } from "./screen";

const EXERCISE = "/work/sql-keys-near-quota";

test.beforeEach(async ({ page }) => {
  await open(page, EXERCISE);
  await expect(page.getByRole("textbox", { name: "SQL query" })).toBeVisible();
});

test("the SQL workspace holds to what every screen does", async ({ page }) => {
  await expectGoodScreen(page);
});

test("Ctrl Enter runs, Shift Ctrl Enter checks, and the result is a real table", async ({ page }) => {
  const editor = page.getByRole("textbox", { name: "SQL query" });
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("select count(*) as keys from api_keys");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Result of the query" }).getByRole("table")).toBeVisible();
  await page.keyboard.press("Shift+Control+Enter");
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await expect(page.locator('main [role="status"].hidden-visually')).not.toBeEmpty();
  await expectNoAxeFindings(page);
});

test("a wrong answer is explained on the smallest data", async ({ page }) => {
  await open(page, "/work/sql-expiring-trials");
  await page.getByRole("textbox", { name: "SQL query" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("select account_id, name, trial_ends_at from accounts where trial_ends_at >= timestamp '2026-05-01 00:00:00' and trial_ends_at < timestamp '2026-05-15 00:00:00' and converted_at is null order by trial_ends_at");
  await page.keyboard.press("Shift+Control+Enter");
  await page.getByRole("button", { name: "Show the smallest data where it goes wrong" }).press("Enter");
  await expect(page.getByRole("heading", { name: "It goes wrong on 1 row." })).toBeVisible();
  await expect(page.getByText("Only WHERE is at fault: everything else can stay as it is.", { exact: true })).toBeVisible();
  await expectNoAxeFindings(page);
});

test("a wrong name is said at its place", async ({ page }) => {
  await page.getByRole("textbox", { name: "SQL query" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("select quota from api_keys");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Result", exact: true })).toContainText("quota");
  await expect(page.locator(".cm-lintRange").first()).toBeVisible();
  await expectNoAxeFindings(page);
});

test("columns are offered before FROM names their table", async ({ page }) => {
  await page.getByRole("textbox", { name: "SQL query" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("select key_");
  await expect(page.getByRole("option", { name: "key_id" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.keyboard.type("id, 'key_");
  await expect(page.getByRole("option")).toHaveCount(0);
});

test("Tab leaves the editor", async ({ page }) => {
  const editor = page.getByRole("textbox", { name: "SQL query" });
  await editor.click();
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
});

test("a hint opens on demand, the solution only after a second question", async ({ page }) => {
  await page.getByRole("button", { name: /^Hint/ }).press("Enter");
  await expect(page.getByRole("heading", { name: /^1\. / })).toBeVisible();
  await page.getByRole("button", { name: "Solution" }).press("Enter");
  await expect(page.getByText("Opening the solution is recorded")).toBeVisible();
  await page.getByRole("button", { name: "Not yet" }).press("Enter");
  await expect(page.getByRole("button", { name: "Open it" })).toBeHidden();
});

test("a file changed outside is never overwritten without being asked", async ({ page }) => {
  const { folder } = await (await page.request.get("/api/session")).json();
  const { path } = await (await page.request.get(`/api${EXERCISE}`)).json();
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "select 1 -- in another editor\n");
  await page.getByRole("textbox", { name: "SQL query" }).click();
  await page.keyboard.type("-- mine");
  await expect(page.getByRole("alert")).toContainText("was changed outside this window");
  expect(readFileSync(file, "utf8")).toBe("select 1 -- in another editor\n");
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Take the file's" }).press("Enter");
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(page.getByRole("textbox", { name: "SQL query" })).toHaveText("select 1 -- in another editor");
});

test("what was typed is there again after coming back", async ({ page }) => {
  await page.getByRole("textbox", { name: "SQL query" }).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("-- kept across screens ");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Path" }).click();
  await expect(page).toHaveTitle(/^Path/);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "SQL query" })).toContainText("-- kept across screens");
});
