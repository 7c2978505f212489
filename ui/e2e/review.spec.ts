import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, expectNoSidewaysScroll, open } from "./screen";

const ID = "prd-developer-tool";

async function chooseEverywhere(page: Page, level: RegExp): Promise<void> {
  for (const group of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) await group.getByRole("radio", { name: level }).first().check();
}

test("a text is scored by its author, read by another person in a page of its own, and taken back", async ({ page, request }) => {
  await open(page, `/work/${ID}`);
  const editor = page.getByRole("textbox", { name: "Answer in Markdown" });
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("# A text\n\n## Problem\n\nIt fails for 4 % of them.\n");
  await expect(page.getByText("in the way of a pass")).toBeVisible();
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: "It fails for 4 % of them." })).toBeVisible();
  await page.getByRole("button", { name: "Write", exact: true }).click();

  await page.getByText("What no program judges").click();
  await page.getByRole("button", { name: "Make the page" }).click();
  const written = await page.getByRole("status").filter({ hasText: "Written to" }).locator("code").innerText();

  // The other person's side: a file, opened from the disk.
  const { folder } = (await (await request.get("/api/session")).json()) as { folder: string };
  const other = await page.context().newPage();
  await other.goto(`file://${join(folder, written)}`);
  await expectNoAxeFindings(other);
  await expectNoSidewaysScroll(other);
  await other.getByRole("button", { name: "Save the review" }).click();
  await expect(other.getByRole("status")).toHaveText(/Choose a level/);
  await chooseEverywhere(other, /2 mixed/);
  await other.getByLabel(/Your name/).fill("Another reader");
  const download = other.waitForEvent("download");
  await other.getByRole("button", { name: "Save the review" }).click();
  const reply = await (await download).path();
  expect(JSON.parse(await readFile(reply, "utf8")).scores).toBeTruthy();
  await other.close();

  await page.getByLabel("Take in a review").setInputFiles(reply);
  await expect(page.getByText("1 review waiting")).toBeVisible();
  await chooseEverywhere(page, /3 good/);
  await page.getByRole("button", { name: "Keep my scores" }).click();
  await expect(page.getByText("scored by you")).toBeVisible();
  await expect(page.getByText("Another reader").first()).toBeVisible();
  await page.getByLabel("Take in a review").setInputFiles(reply);
  await expect(page.getByRole("status").filter({ hasText: "These levels of Another reader are taken in already, and count once." })).toBeVisible();
  await expectGoodScreen(page);
});

test("an address is kept beside the text, and taken back", async ({ page }) => {
  await open(page, `/work/${ID}`);
  const panel = page.getByRole("region", { name: "Where it is out" });
  await expect(panel.getByText("once a text has passed")).toBeVisible();
  await expect(page.getByLabel("Published at")).toBeHidden();
  await panel.getByRole("heading", { name: "Where it is out" }).click();
  await page.getByLabel("Published at").fill("https://example.org/later");
  await panel.getByLabel("On", { exact: true }).fill("2199-01-01");
  await page.getByRole("button", { name: "Keep the address" }).press("Enter");
  await expect(panel.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await panel.getByLabel("On", { exact: true }).fill("");
  await page.getByLabel("Published at").fill("https://example.org/piece");
  await page.getByRole("button", { name: "Keep the address" }).press("Enter");
  const kept = page.getByRole("link", { name: "https://example.org/piece" });
  await expect(kept.first()).toBeVisible();
  await page.getByRole("button", { name: "Take back: https://example.org/piece" }).press("Enter");
  await expect(kept).toHaveCount(0);
});
