import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, expectNoSidewaysScroll, open, tabTo } from "./screen";

const QUESTION = "sd-charged-twice";

test("a question is found in the bank, and its anchors stay shut until they are asked for", async ({ page }) => {
  await open(page, "/bank");
  await expectGoodScreen(page);
  await page.getByLabel("Kind").selectOption("data");
  await page.getByLabel("As asked by").selectOption("fintech");
  await expect(page.getByRole("status")).toContainText(/^\d+ questions$/);
  await page.getByLabel("Kind").selectOption("all");
  await page.getByLabel("As asked by").selectOption("all");
  await page.getByLabel("Words in the question").fill("sd-mumbai");
  await tabTo(page, /Mumbai/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /System design, 15/ })).toBeFocused();
  const panel = page.getByRole("complementary", { name: "Open question" });
  await expect(panel.getByText("excellent")).toBeHidden();
  await tabTo(page, /^Show the anchors first$/);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: "Answers to hold yours against" })).toBeFocused();
  await expect(panel.getByText("excellent")).toBeVisible();
  await expectGoodScreen(page);
});

test("the bank is as long as it is read: forty questions, and more as they are asked for with the keyboard", async ({ page }) => {
  await open(page, "/bank");
  const rows = page.getByRole("rowheader");
  await expect(rows).toHaveCount(40);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4_000);
  await page.getByRole("button", { name: "Show 40 more" }).press("Enter");
  await expect(rows).toHaveCount(80);
  await expect(rows.nth(40).getByRole("button")).toBeFocused();
  await expectGoodScreen(page);
});

test("filter and open question of the bank stand in the address: a reload, the way back and a link keep them", async ({ page }) => {
  await open(page, "/bank");
  await page.getByLabel("Kind").selectOption("data");
  await page.getByLabel("Words in the question").pressSequentially("sql");
  const found = await page.getByRole("status").textContent();
  await page.getByRole("row").nth(1).getByRole("button").press("Enter");
  const panel = page.getByRole("complementary", { name: "Open question" });
  await expect(panel.getByRole("heading").first()).toBeFocused();
  await expect(page).toHaveURL(/\/bank\?kind=data&words=sql&question=[\w-]+$/);
  await page.reload();
  await expect(panel).toBeVisible();
  await expect(page.getByLabel("Kind")).toHaveValue("data");
  await expect(page.getByLabel("Words in the question")).toHaveValue("sql");
  await expect(page.getByRole("status")).toHaveText(found!);
  await panel.getByRole("link", { name: "Answer it" }).press("Enter");
  await expect(page).toHaveURL(/\/recall\//);
  await page.goBack();
  await expect(panel).toBeVisible();
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(page.getByRole("status")).toHaveText(found!);
  await page.goBack();
  await expect(page.getByLabel("Kind")).toHaveValue("all");
  await open(page, "/bank?question=no-such-question");
  await expect(page.getByRole("alert")).toContainText("no-such-question");
});

test("a question of the bank says what is to be computed", async ({ page }) => {
  await open(page, "/bank");
  await page.getByLabel("Words in the question").fill("api-load-before-monday");
  await page.getByRole("row").nth(1).getByRole("button").press("Enter");
  await expect(page.getByRole("complementary", { name: "Open question" })).toContainText("To compute: How many hours does the whole load take");
});

test("a panel that closes gives the focus back to what opened it", async ({ page }) => {
  await open(page, "/bank");
  const opener = page.getByRole("row").nth(3).getByRole("button");
  await opener.press("Enter");
  const panel = page.getByRole("complementary", { name: "Open question" });
  await expect(panel.getByRole("heading").first()).toBeFocused();
  await panel.getByRole("button", { name: "Close" }).press("Enter");
  await expect(opener).toBeFocused();
  await open(page, "/companies");
  const company = page.getByRole("row").nth(1).getByRole("button").first();
  await company.press("Enter");
  await page.getByRole("complementary", { name: "Open company" }).getByRole("button", { name: "Close" }).press("Enter");
  await expect(company).toBeFocused();
});

test("an interview question is answered, held against four anchors and graded with the keyboard", async ({ page }) => {
  await open(page, `/recall/${QUESTION}`);
  await expect(page.getByRole("heading", { name: "Interview question" })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByLabel("Your answer").fill("The retry carried no idempotency key.");
  await tabTo(page, /^Show the anchors$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Answers to hold yours against" })).toBeFocused();
  const grades = page.getByRole("group", { name: "Your grade" });
  await expect(grades.getByRole("button")).toHaveCount(4);
  await expectNoAxeFindings(page);
  const sent = page.waitForRequest((request) => request.url().endsWith("/grade"));
  await tabTo(page, /^good/);
  await page.keyboard.press("Enter");
  expect(JSON.stringify((await sent).postDataJSON()), "words stay in the window").not.toContain("idempotency");
  await expect(page.getByText(/^Recorded. It comes back on /)).toBeFocused();
  await expect(page.getByRole("heading", { name: "A framework" })).toBeVisible();
  await expectNoAxeFindings(page);
  await expectNoSidewaysScroll(page);
  await open(page, "/bank");
  await page.getByLabel("Words in the question").fill(QUESTION);
  await tabTo(page, /charged twice/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Answers to hold yours against" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^System design, / })).toBeFocused();
});

test("after a wrong number two grades are left, and it is said why", async ({ page }) => {
  await open(page, "/recall/api-load-before-monday");
  await page.getByLabel("Your answer").fill("I divide the calls by the limit.");
  await page.getByLabel(/^How many hours does the whole load take/).fill("1");
  await page.getByRole("button", { name: "Show the anchors" }).press("Enter");
  const grades = page.getByRole("group", { name: "Your grade" });
  await expect(grades.getByRole("button")).toHaveCount(2);
  await expect(grades).toContainText("With a number that is wrong or left out an answer is not graded good. Which of the two is nearest to what you said?");
  await expectNoAxeFindings(page);
});

test("a figure in words is a number, and one that is none is asked for once more", async ({ page }) => {
  await open(page, "/recall/api-load-before-monday");
  const figure = page.getByLabel(/^How many hours does the whole load take/);
  await figure.fill("many");
  await page.getByRole("button", { name: "Show the anchors" }).press("Enter");
  await expect(page.getByText("“many” is no number.")).toBeVisible();
  await expect(figure).toBeFocused();
  await expect(page.getByRole("group", { name: "Your grade" })).toBeHidden();
  await figure.fill("four hundred");
  await page.getByRole("button", { name: "Show the anchors" }).press("Enter");
  await expect(page.getByText("The number is not right.")).toBeVisible();
});

test("what is due is asked one card after the other", async ({ page }) => {
  await open(page, "/recall");
  await expect(page.getByText(/^Card 1 of \d+\. /)).toBeVisible();
  await expectGoodScreen(page);
  await expect(page.getByRole("complementary", { name: "Cards of today" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Readiness" })).toBeVisible();
  await expectNoAxeFindings(page);
});

test("a short timed item counts words and time beside what it asks for", async ({ page }) => {
  await open(page, "/recall/tr-month-end-limit");
  await expect(page.getByText("Translation, at most 60 words in 90 s")).toBeVisible();
  await expect(page.getByLabel("Your answer")).toBeHidden();
  await page.getByRole("button", { name: "Start", exact: true }).press("Enter");
  await expect(page.getByLabel("Your answer")).toBeFocused();
  await expect(page.getByRole("timer", { name: "Time left" })).toHaveText(/^01:(30|29|28) left$/);
  await page.getByLabel("Your answer").fill("Nothing is lost; it takes 44 minutes.");
  await expect(page.getByText("7 of 60 words")).toBeVisible();
  await page.getByRole("button", { name: "Show the anchors" }).click();
  await expect(page.getByText(/^7 words, at most 60 are asked for; \d+ s, at most 90 s are asked for\.$/)).toBeVisible();
  await expectNoAxeFindings(page);
});

test("readiness says by kind of question how often predictions came true", async ({ page }) => {
  await open(page, "/recall");
  const readiness = page.getByRole("region", { name: "Readiness" });
  await expect(readiness.getByRole("heading", { name: "How often predictions came true" })).toBeVisible();
  await expect(readiness.getByRole("rowheader").first()).toBeVisible();
  await expect(readiness.getByRole("listitem").filter({ hasText: /^Questions of lessons: / })).toBeVisible();
});

test("a booked interview says whether the hours suffice, over all that such a company asks", async ({ page }) => {
  await open(page, "/applications");
  const on = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
  const body = { entry: { interview_on: on, company_kind: "fintech" } };
  const made = await page.evaluate(async ({ entry }) => {
    const send = (path: string, what: unknown) => fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
    const added = await (await send("/api/applications", { company: "Zanzibank", role: "TPM" })).json();
    return (await send(`/api/applications/${added.line.id}/entry`, entry)).status;
  }, body);
  expect(made).toBe(200);
  await open(page, "/recall");
  const panel = page.getByRole("region", { name: /^Interview on / }).filter({ hasText: "Zanzibank" });
  await expect(panel).toContainText("do not suffice");
  await expect(panel).toContainText(/counts all \d+ questions of the four kinds that such an interview asks; \d+ of them were never answered/);
  for (const kind of ["System design", "Product sense", "API", "Behavioural"]) await expect(panel.getByRole("rowheader", { name: kind })).toBeVisible();
  await expect(panel.getByRole("row").filter({ hasText: "Translation" })).toHaveCount(0);
  await expectNoAxeFindings(page);
});

test("cards of one's own are taken in, and a line that is none is told", async ({ page }) => {
  await open(page, "/recall");
  await page.getByLabel(/Notes that Anki exported/).setInputFiles({ name: "deck.txt", mimeType: "text/plain", buffer: Buffer.from("What is a quorum?\tMore than half\nnothing\n") });
  await page.getByRole("button", { name: "Take them in" }).click();
  await expect(page.getByText(/^1 card new/)).toBeVisible();
  await expect(page.getByText("It has no back.")).toBeVisible();
  await expectGoodScreen(page);
});

test("the field for a file of cards ends inside its card on a telephone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await open(page, "/recall");
  const form = (await page.getByRole("region", { name: "Cards as text" }).locator("form").boundingBox())!;
  const field = (await page.getByLabel(/Notes that Anki exported/).boundingBox())!;
  expect(field.x + field.width).toBeLessThanOrEqual(form.x + form.width);
});

for (const path of ["/bank", `/recall/${QUESTION}`]) {
  test(`${path} on a telephone and in the dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 780 });
    await open(page, path);
    await expectNoAxeFindings(page);
    await expectNoSidewaysScroll(page);
  });
}
