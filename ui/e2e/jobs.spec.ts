import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectGoodScreen, open, tabTo } from "./screen";

const run = Date.now().toString(36);

test("an application is begun, moved with the keyboard alone, and keeps what was sent", async ({ page }) => {
  const company = `Acme ${run}`;
  await open(page, "/applications");
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "New application" }).click();
  await page.getByLabel("Company").fill(company);
  await page.getByLabel("Role").fill("Technical Product Manager");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { name: `${company}, Technical Product Manager` })).toBeFocused();
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(column("Found").getByRole("button", { name: company })).toBeVisible();

  const stage = page.getByLabel(`Stage of ${company}, Technical Product Manager`);
  await stage.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, new RegExp(`^Move\\s+${company} to first conversation$`));
  await page.keyboard.press("Enter");
  await expect(column("First conversation").getByRole("button", { name: company })).toBeVisible();
  await expect(stage).toBeFocused();
  await page.getByRole("button", { name: "Take it back" }).press("Enter");
  await expect(column("Found").getByRole("button", { name: company })).toBeVisible();
  await expect(stage).toBeFocused();
  await stage.selectOption("applied");
  await page.getByRole("button", { name: `Move ${company} to applied` }).click();
  await expect(column("Applied").getByRole("button", { name: company })).toBeVisible();
  await expectGoodScreen(page);

  const panel = page.getByRole("complementary", { name: "Open application" });
  await panel.getByText("Keep what was sent").click();
  await panel.getByLabel("Résumé, exactly the file").setInputFiles({ name: "Lee.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 mine") });
  await panel.getByLabel("Letter, or text of the form").fill("Dear Ann,\n\nhere it is.");
  await panel.getByRole("button", { name: "Keep it" }).click();
  await expect(panel.getByText(/^Résumé as it was sent: Lee\.pdf, kept byte for byte as/)).toBeVisible();
  const saved = page.waitForEvent("download");
  await panel.getByRole("link", { name: "Lee.pdf", exact: true }).click();
  const again = await saved;
  expect(again.suggestedFilename()).toBe("Lee.pdf");
  expect(readFileSync(await again.path(), "utf8")).toBe("%PDF-1.7 mine");
  await expect(panel.getByRole("listitem").filter({ hasText: "Résumé sent" }).getByRole("link", { name: "Save Lee.pdf" })).toBeVisible();

  await panel.getByLabel("Next stage").selectOption("rejected");
  await panel.getByLabel("Reason").selectOption("pay");
  await panel.getByLabel("Their words").fill("Too much.");
  await panel.getByRole("button", { name: "Record the stage" }).click();
  await expect(column("Over").getByRole("button", { name: company })).toBeVisible();
  await expect(panel.getByText("They said: “Too much.”")).toBeVisible();
  await expect(page.getByRole("region", { name: "From stage to stage" }).getByText(/of \d/).first()).toBeVisible();

  await page.getByLabel("Table", { exact: true }).check();
  await expect(page.getByRole("row", { name: new RegExp(company) })).toContainText("rejected");
  await expectGoodScreen(page);
  await page.getByLabel("Report", { exact: true }).check();
  await expect(page.getByRole("row", { name: new RegExp(company) })).toContainText("applied");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  const table = await page.request.get("/api/applications.csv");
  expect(await table.text()).toContain(`${company},Technical Product Manager,rejected`);
});

test("a rejection is taken back from the open card, whatever was recorded after it", async ({ page }) => {
  const company = `Zeta ${run}`;
  const begun = await page.request.post("/api/applications", { data: { company, role: "TPM", stage: "applied" } });
  const { line } = await begun.json();
  for (const data of [{ stage: "rejected", reason: "pay" }, { note: "a pity" }]) await page.request.post(`/api/applications/${line.id}/entry`, { data });
  await open(page, "/applications");
  await page.getByRole("button", { name: company, exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Open application" });
  await expect(panel.getByLabel("Next stage")).toHaveCount(0);
  await expect(page.getByRole("button", { name: company, exact: true })).toBeInViewport();
  await tabTo(page, /^Take back the last stage: rejected$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Applied", exact: true }).getByRole("button", { name: company, exact: true })).toBeVisible();
  await expect(panel.getByRole("heading", { name: `${company}, TPM` })).toBeFocused();
  await expect(panel.getByText("a pity")).toBeVisible();
  await expect(panel.getByText("Stage: rejected")).toHaveCount(0);
  await expect(panel.getByLabel("Next stage")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Take back/ })).toHaveCount(0);
});

test("a form of an application that is refused says so in itself, where the keyboard is", async ({ page }) => {
  const company = `Eta ${run}`;
  await page.request.post("/api/applications", { data: { company, role: "TPM", stage: "applied" } });
  await open(page, "/applications");
  await page.getByRole("button", { name: company, exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Open application" });
  const refused = async (words: string) => {
    await expect(panel.getByRole("alert")).toContainText(words);
    await expect(panel.getByRole("alert")).toBeFocused();
    await expect(panel.getByRole("alert")).toBeInViewport();
    await expect(page.getByRole("alert")).toHaveCount(1);
  };
  await panel.getByLabel("Next stage").selectOption("offer");
  await panel.getByLabel("Day", { exact: true }).fill("2020-02-02");
  await panel.getByRole("button", { name: "Record the stage" }).click();
  await refused("an earlier day");
  await expect(panel.locator("form").filter({ has: page.getByRole("alert") })).toContainText("Record the stage");
  await panel.getByText("Note, reminder or interview").click();
  await panel.getByLabel("Remind me on").fill("2020-02-02");
  await panel.getByRole("button", { name: "Record", exact: true }).click();
  await refused("A reminder needs a day after today");
  await panel.getByText("Keep what was sent").click();
  await panel.getByLabel("Résumé, exactly the file").setInputFiles({ name: "x.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ\0\0abc") });
  await panel.getByRole("button", { name: "Keep it" }).click();
  await refused("This is no file that a résumé is sent as");
  await expectGoodScreen(page);
  await panel.getByLabel("Remind me on").fill("");
  await panel.getByLabel("Note").fill("two rounds");
  await panel.getByRole("button", { name: "Record", exact: true }).click();
  await expect(panel.getByText("two rounds")).toBeVisible();
  await expect(panel.getByLabel("Note")).toBeFocused();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("no column of the table or the report is cut, beside a card or on a narrow window", async ({ page }) => {
  await open(page, "/applications");
  const fits = async () => {
    for (const region of ["Table of applications", "From stage to stage"]) {
      const [content, width] = await page.getByRole("region", { name: region }).evaluate((it) => [it.scrollWidth, it.clientWidth]);
      expect(content, region).toBeLessThanOrEqual(width!);
    }
  };
  await page.locator("article.application").first().getByRole("button").first().click();
  await expect(page.getByRole("complementary", { name: "Open application" })).toBeVisible();
  for (const look of ["Table", "Report"]) {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.getByLabel(look, { exact: true }).check();
    await fits();
    await page.setViewportSize({ width: 390, height: 844 });
    await fits();
  }
  await expectGoodScreen(page);
});

test("the table and the report stand in the order that is asked for, and stay there", async ({ page }) => {
  await open(page, "/applications");
  await page.getByLabel("Table", { exact: true }).check();
  const companies = () => page.getByRole("region", { name: "Table of applications" }).getByRole("rowheader").allTextContents();
  const begun = await companies();
  const named = [...begun].sort((a, b) => a.localeCompare(b, "en"));
  await page.getByLabel("In order of").selectOption("company");
  expect(await companies()).toEqual(named);
  await page.getByLabel("the other way round").check();
  expect(await companies()).toEqual(named.reverse());
  await page.getByLabel("Report", { exact: true }).check();
  expect(await companies()).toEqual(named);
  await page.getByLabel("In order of").selectOption("what was begun first");
  expect(await companies()).toEqual(begun);
});

test("what is typed about one application is never recorded for another", async ({ page }) => {
  const [one, other] = [`Gamma ${run}`, `Delta ${run}`];
  for (const company of [one, other]) {
    const begun = await page.request.post("/api/applications", { data: { company, role: "TPM" } });
    expect(begun.ok(), await begun.text()).toBe(true);
  }

  await open(page, "/applications");
  const panel = page.getByRole("complementary", { name: "Open application" });
  const show = async (company: string) => {
    await page.getByRole("button", { name: company, exact: true }).click();
    await expect(panel.getByRole("heading", { name: `${company}, TPM` })).toBeFocused();
  };
  await show(one);
  await panel.getByLabel("Next stage").selectOption("offer");
  await panel.getByLabel("Followed up, how").fill(`thanked ${one}`);
  await panel.getByText("Note, reminder or interview").click();
  await panel.getByLabel("Note").fill(`about ${one}`);
  await panel.getByText("Keep what was sent").click();
  await panel.getByLabel("Letter, or text of the form").fill(`Dear ${one}`);
  await panel.getByLabel("Résumé, exactly the file").setInputFiles({ name: "One.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 one") });

  await show(other);
  await expect(panel.getByLabel("Next stage")).toHaveValue("");
  await expect(panel.getByLabel("Followed up, how")).toHaveValue("");
  await panel.getByText("Note, reminder or interview").click();
  await expect(panel.getByLabel("Note")).toHaveValue("");
  await panel.getByText("Keep what was sent").click();
  await expect(panel.getByLabel("Letter, or text of the form")).toHaveValue("");
  await expect(panel.getByLabel("Résumé, exactly the file")).toHaveValue("");
  await expect(panel.getByRole("button", { name: "Keep it" })).toBeDisabled();
  await expectGoodScreen(page);
});

test("the look and the paper of the résumé that was sent are chosen and stay readable", async ({ page }) => {
  const [company, name] = [`Epsilon ${run}`, `payments-${run}`];
  for (const [path, data] of [["/api/resume/variants", { name, role: "Technical product manager, payments" }], ["/api/applications", { company, role: "TPM" }]] as const) {
    const answer = await page.request.post(path, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await open(page, "/applications");
  await page.getByRole("button", { name: company, exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Open application" });
  await panel.getByText("Keep what was sent").press("Enter");
  await expect(panel.getByLabel("Look")).toHaveCount(0);
  await panel.getByLabel("Or the PDF of a variant").selectOption({ label: `the résumé for ${name}` });
  await panel.getByLabel("Look").selectOption("Classic");
  await panel.getByLabel("Paper").selectOption("Letter");
  await expect(panel.getByRole("link", { name: "See it as it will be kept" })).toHaveAttribute("href", /theme=classic&paper=letter/);
  await expectGoodScreen(page);
  await tabTo(page, /^Keep it$/);
  await page.keyboard.press("Enter");
  await expect(panel.getByText(/It is the variant .*, in the look Classic, on Letter\./).first()).toBeVisible();
  await expectGoodScreen(page);
});

test("a company counts when its card is filled", async ({ page }) => {
  const company = `Beta ${run}`;
  await open(page, "/companies");
  await expectGoodScreen(page);
  await page.getByLabel("Find a company").fill(company);
  await page.getByRole("button", { name: `Begin a card for ${company}` }).press("Enter");
  await expect(page.getByRole("heading", { name: company })).toBeFocused();
  const other = `Gamma ${run}`;
  await page.getByLabel("Another company").fill(other);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: other })).toBeFocused();
  await page.getByRole("button", { name: company, exact: true }).click();
  const row = page.getByRole("row", { name: new RegExp(company) });
  await expect(row).toContainText("missing: Product, API, Users, Recent changes");
  await page.getByLabel("Product", { exact: false }).fill("Payments for shops that sell in more than one country.");
  await page.getByLabel("API", { exact: false }).fill("REST, and webhooks for everything that can change later.");
  await page.getByLabel("Users", { exact: false }).fill("Developers at shops of ten to a hundred people.");
  await page.getByLabel("Recent changes", { exact: false }).fill("- 2026-11-02: version 3 of refunds, https://beta.example/changelog");
  await page.getByRole("button", { name: "Keep the card" }).click();
  await expect(row).toContainText("researched");
  await expectGoodScreen(page);
});

test("a description is read line by line, and links to the work that would close a gap", async ({ page }) => {
  await open(page, "/job");
  await expectGoodScreen(page);
  const words = "SQL, Python, REST, GraphQL, Kafka, OAuth, JWT, webhooks, Postman, OpenAPI and Terraform";
  await page.getByLabel("The description, with its headings").fill(`Requirements\n- ${words}\n- 5+ years in product\nNice to have\n- rate limiting\nResponsibilities\n- Mentor associate product managers\n`);
  await page.getByText("With the text of the résumé").click();
  await page.getByLabel("Text of the résumé").fill(words);
  await tabTo(page, /^Read it$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Your checked work proves (none|\d+) of \d+ things? that must be.* for you to judge$/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Stuffing in the résumé" })).toContainText("says nothing about them");
  await expect(page.getByRole("region", { name: "For you to judge" })).toContainText("5+ years");
  await expect(page.getByRole("region", { name: "Not understood" })).toContainText("Mentor associate product managers");
  const gaps = page.getByRole("article").filter({ hasText: "To close it" });
  await expect(gaps.first().getByRole("link").first()).toHaveAttribute("href", /^\/(work|lesson|recall)\//);
  await expect(gaps.getByText("card", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: /^Asked for, and/ }).first().getByRole("article").first()).toBeVisible();
  await expectGoodScreen(page);
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  for (const path of ["/applications", "/companies", "/job"]) {
    test(`everything on ${path} can be read`, async ({ page }) => {
      await open(page, path);
      await expectGoodScreen(page);
    });
  }
});
