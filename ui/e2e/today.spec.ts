import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open, tabTo } from "./screen";

test("Today answers first, and Enter opens the first piece of work", async ({ page }) => {
  await open(page, "/");
  await expect(page).toHaveTitle(/^Today/);
  await expectGoodScreen(page);
  const first = page.locator("article .button").first();
  const leads = await first.getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${leads}$`));
});

test("every piece of work is reached with Tab", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  for (const link of await page.locator("article .button").all()) await tabTo(page, new RegExp((await link.locator(".hidden-visually").textContent())!.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
});

test("a change of screen moves the focus to its heading and names the window", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Path" }).click();
  await expect(page).toHaveTitle(/^Path/);
  await expect(page.locator("h1")).toBeFocused();
  await page.goBack();
  await expect(page).toHaveTitle(/^Today/);
});

test("the question mark lists the keys, unless single keys are turned off", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await expect(list).toBeVisible();
  await expectNoAxeFindings(page);
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("?");
  await expect(list).toBeHidden();
});

test("a server that does not answer is said to be ours to start again", async ({ page }) => {
  await page.route("**/api/today", (route) => route.abort());
  await open(page, "/");
  await expect(page.getByRole("alert")).toContainText("Footbridge does not answer.");
  await expectNoAxeFindings(page);
  await page.unroute("**/api/today");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("article").first()).toBeVisible();
});

test("a day without work says why and what comes next", async ({ page }) => {
  await page.route("**/api/today", async (route) => {
    const response = await route.fetch();
    const day = await response.json();
    await route.fulfill({ response, json: { ...day, items: [], empty: "Nothing is planned on a Friday. Saturday has `lesson-caching`.", next: day.items[0] } });
  });
  await open(page, "/");
  await expect(page.getByText("Nothing is planned on a Friday.")).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/work\//);
});

test("a re-test stands beside the plan, and leads when it fills the day", async ({ page }) => {
  const retest = {
    id: "sql-failed-requests", title: "Failed requests", minutes: 25, opens: "/work/sql-failed-requests", command: "footbridge start sql-failed-requests --again",
    why: "The re-test on 18 January 2027 was not passed, so this evidence is to be refreshed. The pass of 4 January 2027 stays.",
    room: "The plan leaves its minutes free today.", begun: false, waiting: 2,
  };
  let rest = {};
  await page.route("**/api/today", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), retest, ...rest } });
  });
  await open(page, "/");
  await expect(page.getByText("Waiting for another day: 2.")).toBeVisible();
  await expectGoodScreen(page);
  rest = { items: [], answer: "A re-test today", empty: "The next work is “Caching” on 19 January 2027." };
  await open(page, "/");
  await tabTo(page, /Open the re-test/);
  await expectGoodScreen(page);
});

test("an interview that is agreed on stands beside today's work, with how much of what prepares for it fits before", async ({ page }) => {
  await open(page, "/");
  const day = await (await page.request.get("/api/today")).json();
  const card = page.locator("aside section", { has: page.getByRole("heading", { name: /^Interviews?$/ }) });
  await expect(card).toContainText(day.interviews[0].company);
  await expect(card).toContainText(/in \d+ days\./);
  await expect(card).toContainText(/What prepares for your interview, .* comes first/);
});

test("what waits opens the application and the person it names, where the keyboard goes", async ({ page }) => {
  await open(page, "/");
  const { applications, people_due } = await (await page.request.get("/api/today")).json();
  for (const [name, heading] of [
    [`${applications[0].company}, ${applications[0].role}`, applications[0].company],
    [people_due[0].contact.name, people_due[0].contact.name],
  ]) {
    await page.getByRole("link", { name, exact: true }).first().press("Enter");
    const title = page.getByRole("complementary").getByRole("heading", { name: heading }).first();
    await expect(title).toBeFocused();
    await expect(title).toBeInViewport();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("an address that is none says so", async ({ page }) => {
  await open(page, "/nowhere");
  await expect(page.locator("h1")).toHaveText("There is nothing at this address");
  await open(page, "/work/no-such-exercise");
  await expect(page.getByRole("alert")).toBeVisible();
});
