import { expect, test, type Page } from "@playwright/test";
import { contact, people } from "../../mock/people";
import { expectGoodScreen, expectNoAxeFindings, open, tabTo } from "../screen";

const rows = (work: string) =>
  ["First Name,Last Name,URL,Email Address,Company,Position,Connected On", `Ann,Lee,https://www.linkedin.com/in/ann-lee,,${work},15 Mar 2024`, "Bo,Hart,https://www.linkedin.com/in/bo-hart,,Postman Inc.,Technical Product Manager,16 Mar 2024", "Cy,Weak,,,Razorpay Club,Host,16 Mar 2024"].join("\n");

async function take(page: Page, text: string, name = "Connections.csv"): Promise<void> {
  await page.getByLabel("File of contacts").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("from an export to the week's five, a touch in two clicks, and who moved", async ({ page }) => {
  await page.request.post("/api/applications", { data: { company: "Postman", role: "TPM" } });
  await open(page, "/people");
  await expectGoodScreen(page);
  await take(page, rows("Acme,Engineer"));
  const five = page.getByRole("region", { name: "This week's five" });
  await expect(page.getByText(/3 contacts read/)).toBeVisible();
  await expect(five.getByText(/technical product manager at Postman/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Warm paths" }).getByText("Bo Hart").first()).toBeVisible();
  await expectGoodScreen(page);

  await five.getByRole("button", { name: "In touch with Bo Hart" }).click();
  await five.getByRole("button", { name: "message", exact: true }).click();
  await expect(page.getByText("Recorded: message, Bo Hart.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: /1 of 5 new people this week/ })).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /0 of 5 new people this week/ })).toBeVisible();

  await take(page, rows("Beta,Product Manager"));
  await expect(page.getByText(/1 person moved to other work/)).toBeVisible();
  const changes = page.getByRole("region", { name: "Last import" });
  await expect(changes.getByText("before: Engineer at Acme")).toBeVisible();
  await expect(changes.getByText("another company")).toBeVisible();
  await expectGoodScreen(page);

  await take(page, "nothing of the kind\n");
  await expect(page.getByText(/No contact could be read/)).toBeVisible();
});

test("who is new stands there by name; a cadence is set and a touch planned from there, with the keyboard alone", async ({ page }) => {
  await open(page, "/people");
  await take(page, `${rows("Beta,Product Manager")}\nDi,Newcomer,https://www.linkedin.com/in/di-newcomer,,Gamma Labs,Developer Advocate,17 Mar 2024`);
  const changes = page.getByRole("region", { name: "Last import" });
  await expect(changes.getByText("Developer Advocate at Gamma Labs")).toBeVisible();
  await tabTo(page, /^set a cadence\s+for Di Newcomer$/);
  await page.keyboard.press("Enter");
  const choices = changes.getByRole("group", { name: "How often? A cadence for Di Newcomer" });
  await expect(choices.getByRole("button").first()).toBeFocused();
  await choices.getByRole("button", { name: "mentor, every 30 days" }).press("Enter");
  const di = changes.getByRole("article").filter({ hasText: "Di Newcomer" });
  await expect(di.getByText("mentor", { exact: true })).toBeVisible();
  await tabTo(page, /^plan a touch\s+with Di Newcomer$/);
  await page.keyboard.press("Enter");
  const day = changes.getByLabel("Day to be in touch");
  await expect(day).toBeFocused();
  const today = await day.inputValue();
  await day.fill("2020-01-01");
  await page.keyboard.press("Enter");
  await expect(day).toHaveAccessibleDescription("That day is over. Plan today or a day to come; record what was done as a touch.");
  await expectGoodScreen(page);
  await day.fill(today);
  await changes.getByLabel("What it is to be about").fill("Her talk on rate limits");
  await page.keyboard.press("Enter");
  const waiting = page.getByRole("region", { name: "They wait to hear from you" });
  await expect(waiting.getByText(/You planned it for .*: Her talk on rate limits/)).toBeVisible();
  await waiting.getByRole("button", { name: "Di Newcomer", exact: true }).press("Enter");
  const panel = page.getByRole("region", { name: "Di Newcomer" });
  await expect(panel.getByLabel("What it is to be about")).toHaveValue("Her talk on rate limits");
  await expectGoodScreen(page);
  await panel.getByRole("button", { name: "Call it off" }).press("Enter");
  await expect(waiting.getByText(/You planned it/)).toHaveCount(0);
});

test("somebody with a tag waits to hear from the learner, with the keyboard alone", async ({ page }) => {
  await open(page, "/people");
  await take(page, rows("Beta,Product Manager"));
  await expect(page.getByText(/contacts read/)).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByLabel("Name, company or tag")).toBeFocused();
  await page.keyboard.type("ann lee");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("1 contact");
  await tabTo(page, /^Ann Lee$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ann Lee" })).toBeFocused();
  await tabTo(page, /^Change the entry$/);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Ann Lee" }).getByLabel("every 30 days, as mentor").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  const waiting = page.getByRole("region", { name: "They wait to hear from you" });
  await expect(waiting.getByRole("article").filter({ hasText: "Ann Lee" }).getByText("late", { exact: true })).toBeVisible();
  await page.getByText("Informational interview", { exact: true }).click();
  const panel = page.getByRole("region", { name: "Ann Lee" });
  await panel.getByLabel("Day agreed on").fill("2099-02-03");
  await panel.getByRole("button", { name: "Keep the day" }).click();
  const questions = panel.getByRole("group", { name: /^Five questions you will ask/ });
  const first = (await questions.locator("label").first().innerText()).split("?")[0]!;
  for (const question of (await questions.getByRole("checkbox").all()).slice(0, 2)) await question.check();
  await expect(panel.getByText("Five questions you will ask: 2 chosen")).toBeVisible();
  await panel.getByRole("button", { name: "Record: prepared" }).click();
  await expect(panel.getByRole("button", { name: "Record: held" })).toBeVisible();
  await expect(panel.getByRole("listitem").filter({ hasText: /^prepared/ })).toContainText(first);
  await expectGoodScreen(page);
  await waiting.getByRole("button", { name: "In touch with Ann Lee" }).press("Enter");
  await waiting.getByRole("button", { name: "call", exact: true }).press("Enter");
  await expect(waiting.getByText("Ann Lee")).toHaveCount(0);
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  test("everything can be read", async ({ page }) => {
    await open(page, "/people");
    await expectGoodScreen(page);
  });
});

test("of an interview the step at hand is marked, its day is told, and a note that is refused keeps the cursor", async ({ page }) => {
  const at = (next: string) => ({ ...contact, conversation: { ...contact.conversation, next, agreed: people.today } });
  const sent: { step: string; on: string }[] = [];
  await page.route(/\/api\/people(\?|$)/, (route) => route.fulfill({ json: people }));
  await page.route(/\/api\/people\/contacts\/[^/]+$/, (route) => route.fulfill({ json: at("held") }));
  await page.route(/\/api\/people\/contacts\/[^/]+\/step/, (route) => {
    const body = route.request().postDataJSON() as (typeof sent)[number];
    sent.push(body);
    if (body.step === "noted") return route.fulfill({ status: 400, json: { code: "asked", message: "The note is empty.", help: null } });
    return route.fulfill({ json: at("noted") });
  });
  await open(page, "/people");
  await page.getByRole("button", { name: "A. Sample", exact: true }).first().click();
  const panel = page.getByRole("region", { name: "A. Sample" });
  await expect(panel.locator("[aria-current='step']")).toHaveText(/^held\s+next$/);
  const day = panel.getByLabel("Day it was held");
  await expect(day).toHaveValue(people.today);
  await day.fill("2026-11-26");
  await expectNoAxeFindings(page);
  await panel.getByRole("button", { name: "Record: held" }).click();
  await expect(panel.locator("[aria-current='step']")).toHaveText(/^noted/);
  await panel.getByRole("button", { name: "Record: noted" }).click();
  await expect(page.getByText("The note is empty.")).toBeVisible();
  await expect(panel.getByLabel("Note", { exact: true })).toBeFocused();
  expect(sent.map(({ step, on }) => [step, on])).toEqual([["held", "2026-11-26"], ["noted", ""]]);
});

test("the keyboard stays on the button after an import, also when nothing could be read", async ({ page }) => {
  await page.route("**/api/people/import**", (route) => route.fulfill({ status: 400, json: { code: "asked", message: "No contact could be read.", help: null } }));
  await open(page, "/people");
  await page.getByLabel("File of contacts").setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from("nothing") });
  await expect(page.getByText("No contact could be read.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import a file" })).toBeFocused();
});
