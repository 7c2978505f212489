import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { expectGoodScreen, open, tabTo } from "./screen";

const EVENTS = `user_id,event,ts,plan
a,signup,2026-01-05 08:00:00,pro
a,invite,2026-01-05 09:00:00,pro
a,pay,2026-01-13 09:00:00,pro
b,signup,2026-01-06 08:00:00,free
b,invite,2026-01-06 12:00:00,free
c,signup,2026-01-14 08:00:00,free
`;

const REQUESTS = `key_id,endpoint,status,latency_ms,ts
k1,/customers,200,20,2026-01-05 08:00:00
k1,/invoices,500,900,2026-01-05 08:01:00
k2,/customers,401,12,2026-01-05 09:00:00
k2,/customers,201,31,2026-01-05 09:00:40
`;

/** Opens a file with these lines and goes to the questions about events, with the keyboard. */
async function askAbout(page: Page, name: string, text: string): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), "footbridge-events-")), name);
  writeFileSync(file, text);
  await open(page, "/file");
  await page.getByLabel("Paths, one a line").fill(file);
  await page.getByRole("button", { name: "Open" }).press("Enter");
  await expect(page.getByRole("button", { name: "Ask about events" })).toBeVisible();
  await tabTo(page, /^Ask about events$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "How the rows are read" })).toBeVisible();
}

const answer = (page: Page) => page.getByRole("region", { name: "Answer", exact: true });

test("a funnel and a triangle are asked with the keyboard, and their query gives the same rows", async ({ page }) => {
  await askAbout(page, "events.csv", EVENTS);
  await expect(page.getByRole("combobox", { name: /^Who did it/ })).toHaveValue("user_id");
  await expect(page.getByRole("combobox", { name: /^When/ })).toHaveValue("ts");
  await expect(page.getByRole("combobox", { name: /^What/ })).toHaveValue("event");
  await tabTo(page, /^Choose an event/);
  await page.keyboard.type("signup");
  await tabTo(page, /^Choose an event/);
  await page.keyboard.type("invite");
  await page.keyboard.press("Control+Enter");
  await expect(answer(page)).toContainText("2 users · 66.7\u202f%");
  await expectGoodScreen(page);

  await tabTo(page, /^Retention$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  const triangle = answer(page).getByRole("region", { name: /^Retention/ });
  await expect(triangle.getByRole("row", { name: /2026-01-05/ })).toContainText("50.0\u202f%");
  await expect(triangle.getByRole("row", { name: /2026-01-12/ })).toContainText("not seen yet");
  await expectGoodScreen(page);

  await answer(page).getByText("All numbers").press("Enter");
  const rows = await answer(page).getByRole("region", { name: "Rows of the answer" }).getByRole("row").allInnerTexts();
  await tabTo(page, /^Open it in the editor$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Write SQL" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "SQL query on your files" })).toContainText("users_since");
  await page.keyboard.press("Control+Enter");
  const result = page.getByRole("region", { name: "Result of the query" });
  await expect(result.getByRole("row")).toHaveCount(rows.length);
  expect(await result.getByRole("row").allInnerTexts()).toEqual(rows);
});

test("requests are shown by endpoint, and keys by their first successful call", async ({ page }) => {
  await askAbout(page, "requests.csv", REQUESTS);
  await expect(page.getByRole("button", { name: "API" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("Told apart by")).toHaveValue("endpoint");
  await page.keyboard.press("Control+Enter");
  const table = answer(page).getByRole("region", { name: "Requests, latency and errors" });
  await expect(table.getByRole("row", { name: /\/invoices/ })).toContainText("100.0\u202f%");
  await expectGoodScreen(page);
  await tabTo(page, /^First successful call$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(answer(page)).toContainText("within 1 minute");
  await expect(answer(page)).toContainText("2 keys · 100.0\u202f%");
  await expectGoodScreen(page);
});

test("what cannot be asked is said in a sentence", async ({ page }) => {
  await askAbout(page, "no-time.csv", "user_id,event\na,signup\n");
  await expect(page.getByText("No column is known to say when it happened.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ask/ }).last()).toBeDisabled();
  await page.getByRole("combobox", { name: /^When/ }).selectOption("event");
  await expect(page.getByText("No row has a time that can be read in event.")).toBeVisible();
  await expectGoodScreen(page);

  await askAbout(page, "header-only.csv", "user_id,event,ts\n");
  await expect(page.getByText("The files hold no rows.")).toBeVisible();

  await askAbout(page, "milliseconds.csv", "user_id,event,ts\na,signup,1767600000000\n");
  await page.getByRole("combobox", { name: /^Step 1/ }).selectOption("signup");
  await page.keyboard.press("Control+Enter");
  await expect(answer(page)).toContainText("counted in milliseconds since 1970");
  await page.getByLabel("Told apart by").fill("plam");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("There is no column plam in every one of the files.");
});
