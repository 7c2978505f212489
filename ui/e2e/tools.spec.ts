import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "./screen";

test("tools are laid side by side: weights first, then every score with its source", async ({ page }) => {
  await open(page, "/prompts/tools");
  await page.getByRole("link", { name: "lay the tools side by side by the Guide's facts" }).press("Enter");
  const form = page.getByRole("region", { name: "Tools side by side" });
  await expect(form.getByRole("checkbox")).toHaveCount(12);
  await expectGoodScreen(page);

  for (const tool of ["Jira", "Linear", "Confluence"]) await form.getByRole("checkbox", { name: tool }).press("Space");
  await form.getByRole("textbox", { name: "What the tool is for" }).fill("a quarter of API work");
  await form.getByRole("spinbutton", { name: "People who will use it" }).fill("12");
  await form.getByRole("spinbutton", { name: "Weight of Pricing" }).fill("50");
  await expect(form.getByText("40 %")).toBeVisible();
  await form.getByRole("button", { name: "Lock these weights and score" }).press("Enter");

  const options = page.getByRole("region", { name: "Options in order" });
  await expect(options.getByRole("row").nth(1)).toContainText("Linear");
  await expect(page.getByRole("heading", { name: "Which tool for a quarter of API work, with 12 people" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Why it is first" })).toBeVisible();
  await expect(page.getByText(/of Confluence is not known: it scores .* to .*, in place/)).toBeVisible();
  await expect(page.getByText(/wins if .* weighs over .* of the whole/).first()).toBeVisible();
  await page.getByText("Linear", { exact: true }).and(page.locator("summary")).press("Enter");
  await expect(page.getByText(/linear\.app\/docs\/billing-and-plans, 2026-11/).first()).toBeVisible();
  await expectGoodScreen(page);

  await page.getByRole("button", { name: "Keep in my folder" }).press("Enter");
  await expect(page.getByText(/Kept as private\/decisions\/which-tool-for-a-quarter-of-api-work/)).toBeVisible();
});

test("a tool that the Guide does not have is named, and one alone is refused", async ({ page }) => {
  await open(page, "/decide");
  await page.getByRole("button", { name: "Tools", exact: true }).press("Enter");
  const form = page.getByRole("region", { name: "Tools side by side" });
  await form.getByRole("checkbox", { name: "Postman" }).press("Space");
  await form.getByRole("button", { name: "Lock these weights and score" }).press("Enter");
  await expect(form.getByText("1 tool is named; 2 to 20 are laid side by side.")).toBeVisible();
  await form.getByRole("textbox", { name: /Other tools/ }).fill("Bruno");
  await form.getByRole("button", { name: "Lock these weights and score" }).press("Enter");
  await expect(page.getByRole("region", { name: "To know beforehand" })).toContainText("no facts on Bruno");
  await expectGoodScreen(page);
});

test("a matrix of one's own is scored once its weights are locked", async ({ page }) => {
  await open(page, "/decide");
  const editor = page.getByRole("textbox", { name: "Decision in YAML" });
  const text = "format: 1\nmethod: matrix\nteam: 8\ncriteria:\n  - name: Pricing for startups against enterprise\n    weight: 1\noptions:\n  - name: Jira\n  - name: Miro\n";
  await editor.fill(text);
  const seal = /locked: ([0-9a-f-]+)/.exec((await page.getByText(/Lock them before you score/).textContent()) ?? "");
  await editor.fill(text.replace("options:", `${seal![0]}\noptions:`));
  await page.getByRole("button", { name: "Score by the Guide's facts" }).press("Enter");
  await expect(page.getByRole("region", { name: "Options in order" }).getByRole("row").nth(1)).toContainText("Miro");
});

test("a model's matrix is kept unreviewed and opened, a reply without its shape is refused, and neither loses anything", async ({ page }) => {
  const criteria = ["Integration", "Learning curve", "Pricing", "Features"];
  const weights = criteria.map((name) => `| ${name} | 25 | so |`).join("\n");
  const scores = criteria.map((name) => `| ${name} | 25 | 4 | a | 3 | b | not known | c |`).join("\n");
  const head = "| criterion | weight | score of Jira | reason for Jira | score of Linear | reason for Linear | score of Aha! | reason for Aha! |\n|---|---|---|---|---|---|---|---|";
  const reply = `## Weights\n\n| criterion | weight | reason |\n|---|---|---|\n${weights}\n\n## Matrix\n\n${head}\n${scores}\n\n## Recommendation\n\nJira.\n`;
  await open(page, "/decide");
  const first = page.getByRole("region", { name: "Options in order" }).getByRole("row").nth(1);
  await expect(first).toContainText("A quick start");
  await page.getByRole("textbox", { name: "Decision in YAML" }).fill("option,Integration,Price\nweight,60,40\nPostman,3,4\nOwn page,5,3\n");
  await expect(first).toContainText("Own page");
  const heading = page.getByRole("heading", { level: 1 });
  await page.getByRole("link", { name: "Prompts" }).press("Enter");
  // A new screen takes the focus; a key pressed before that is lost.
  await expect(heading).toBeFocused();
  await page.getByRole("link", { name: "Tools", exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/prompts\/tools$/);
  await expect(heading).toBeFocused();
  const box = page.getByRole("textbox", { name: "The reply" });
  await box.fill("I like Jira.");
  await page.getByRole("button", { name: "Keep it, unreviewed" }).press("Enter");
  await expect(page.getByText(/does not have the shape that was asked for/)).toBeVisible();
  await expect(box).toHaveValue("I like Jira.");
  await expectGoodScreen(page);
  await box.fill(reply);
  await page.getByRole("button", { name: "Keep it, unreviewed" }).press("Enter");
  await expect(page.getByText(/Kept as private\/replies\/tools-/)).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("link", { name: "See what follows from its matrix" }).press("Enter");
  await expect(page.getByRole("heading", { name: "A comparison of three tools, unreviewed" })).toBeVisible();
  await expect(first).toContainText("Jira");
  await page.getByRole("button", { name: "Back to what was here" }).press("Enter");
  await expect(first).toContainText("Own page");
});
