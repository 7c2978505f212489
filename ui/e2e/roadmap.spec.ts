import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { expectGoodScreen, open, tabTo } from "./screen";

const ROADMAP = `format: 1
product: Ledger API
as_of: 2026-10-01
summary: Customers see every payment within a minute.
outcomes:
  - id: payments-seen
    title: Payments are seen at once
    measure: Share of payments seen within 60 seconds
    baseline: 91 %
    target: 99 %
    by: 2027-06-30
    source: the query payments_seen in the warehouse
bets:
  - id: keep-events
    title: Keep events until they were accepted
    problem: A receiver that is down for ten minutes loses its events.
    outcome: payments-seen
    horizon: now
    from: 2026-10-05
    until: 2026-12-11
    size: L
    confidence: 80
    evidence: 214 repairs by hand in September
not_doing:
  - title: A second version of the API
    why: nothing above needs one
`;

async function download(page: Page, name: string): Promise<string> {
  const arrives = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${name}`, exact: true }).press("Enter");
  const file = await arrives;
  expect(file.suggestedFilename()).toBe(name);
  return readFileSync(await file.path(), "utf8");
}

test("a roadmap of one's own is drawn, rehearsed and downloaded in every form, with the keyboard alone", async ({ page }) => {
  await open(page, "/roadmap");
  await expectGoodScreen(page);
  await page.getByLabel("Open a file").setInputFiles({ name: "roadmap.yaml", mimeType: "application/yaml", buffer: Buffer.from(ROADMAP) });
  await expect(page.getByRole("img", { name: /^The roadmap: now, next and later/ })).toBeVisible();
  await tabTo(page, /^Enlarge the picture$/);
  await page.keyboard.press("Enter");
  const large = page.getByRole("dialog", { name: "The picture, enlarged" });
  expect((await large.getByRole("img").boundingBox())?.width).toBeGreaterThanOrEqual(960);
  await expectGoodScreen(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Enlarge the picture" })).toBeFocused();
  await tabTo(page, /^Jira$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Dry run: Jira" })).toBeFocused();
  await expect(page.getByLabel("Dry run", { exact: true })).toContainText("Jira: 1 row");
  await expectGoodScreen(page);
  expect(await download(page, "roadmap-jira.csv")).toContain("Keep events until they were accepted");
  for (const [label, name, holds] of [
    ["Linear", "roadmap-linear.csv", "Keep events"],
    ["Aha!", "roadmap-aha.csv", "Keep events"],
    ["Table", "roadmap.csv", "keep-events"],
    ["Mermaid", "roadmap.mmd", "Keep events"],
    ["Markdown", "roadmap.md", "Keep events"],
    ["SVG", "roadmap.svg", "<svg"],
  ] as const) {
    await page.getByRole("button", { name: label, exact: true }).press("Enter");
    await expect(page.getByRole("heading", { name: `Dry run: ${label}` })).toBeFocused();
    expect(await download(page, name)).toContain(holds);
  }
});

test("a file that is opened keeps what was written before it, also over a reload", async ({ page }) => {
  await open(page, "/roadmap");
  const editor = page.getByRole("textbox", { name: "Roadmap in YAML" });
  await editor.click();
  await page.keyboard.insertText("product: written by hand");
  await expect(page.getByRole("button", { name: "Back to what was here" })).toBeHidden();
  await page.getByLabel("Open a file").setInputFiles({ name: "roadmap.yaml", mimeType: "application/yaml", buffer: Buffer.from(ROADMAP) });
  await expect(editor).toContainText("Ledger API");
  await page.reload();
  await page.getByRole("button", { name: "Back to what was here" }).press("Enter");
  await expect(editor).toHaveText("product: written by hand");
  await page.getByRole("button", { name: "Back to what was here" }).press("Enter");
  await expect(editor).toContainText("Ledger API");
  await expectGoodScreen(page);
});

test("what is no roadmap is told and makes no file", async ({ page }) => {
  await open(page, "/roadmap");
  await page.getByLabel("Open a file").setInputFiles({ name: "roadmap.yaml", mimeType: "application/yaml", buffer: Buffer.from("bets: [") });
  await page.getByRole("button", { name: "Markdown", exact: true }).click();
  await expect(page.getByText("`roadmap.yaml` cannot be read as a roadmap.").or(page.getByText("roadmap.yaml cannot be read as a roadmap."))).toBeVisible();
  await expect(page.getByRole("button", { name: /^Download/ })).toHaveCount(0);
  await expectGoodScreen(page);
});

test("the roadmap exercise takes its answer along", async ({ page }) => {
  await open(page, "/work/roadmap-api-product");
  const panel = page.getByRole("region", { name: "Take it along" });
  await expect(panel.getByRole("button", { name: "Linear", exact: true })).toBeVisible();
});
