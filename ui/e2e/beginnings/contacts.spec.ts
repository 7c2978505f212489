import { expect, test, type Page } from "@playwright/test";
import { expectGoodScreen, open, tabTo } from "../screen";

const run = Date.now().toString(36);

/** Types into the field that has the focus, and goes on to the next. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

test("somebody is added by hand with the keyboard alone, and every fault stands beside its field", async ({ page }) => {
  await open(page, "/people");
  const contacts = page.getByRole("complementary", { name: "Contacts" });
  await tabTo(page, /^Add somebody by hand$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(contacts.getByLabel("Name", { exact: true })).toBeFocused();
  await type(page, "");
  await type(page, "Acme");
  await type(page, "Technical product manager");
  await type(page, "at home");
  await type(page, "javascript:alert(1)");
  await page.keyboard.press("Enter");
  const mail = contacts.getByLabel("Mail address");
  await expect(mail).toHaveAccessibleDescription("The mail address of this contact is none, such as name@example.org.");
  await expect(contacts.getByLabel("Profile on the web")).toHaveAccessibleDescription("The profile address of this contact is no web address.");
  const name = contacts.getByLabel("Name", { exact: true });
  await expect(name).toHaveAccessibleDescription("This contact has neither a name nor a mail address.");
  await expect(name).toBeFocused();
  await expect(contacts.getByLabel("Company", { exact: true })).toHaveValue("Acme");
  await expectGoodScreen(page);

  await name.fill(`Ann ${run}`);
  await mail.fill(`ann.${run}@example.org`);
  await contacts.getByLabel("Profile on the web").fill(`https://www.linkedin.com/in/ann-${run}/`);
  await contacts.getByLabel("every 30 days, as mentor").press("Space");
  await contacts.getByLabel("Other tags, with commas").fill("API, Old colleague");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `Ann ${run}` })).toBeFocused();
  const panel = page.getByRole("region", { name: `Ann ${run}` });
  await expect(panel.getByText("Technical product manager at Acme")).toBeVisible();
  await expect(panel.getByRole("link", { name: `linkedin.com/in/ann-${run}` })).toHaveAttribute("href", `https://linkedin.com/in/ann-${run}`);

  await panel.getByText("Change the entry").press("Enter");
  await expect(panel.getByLabel("Other tags, with commas")).toHaveValue("api, old colleague");
  await expect(panel.getByLabel("every 30 days, as mentor")).toBeChecked();
  await panel.getByLabel("Company", { exact: true }).fill("Beta");
  await page.keyboard.press("Enter");
  await expect(panel.getByText("Technical product manager at Beta")).toBeVisible();
  await expectGoodScreen(page);
});

test("a touch has its day, its way and a note, and what is typed elsewhere stays", async ({ page }) => {
  const added = await page.request.post("/api/people/contacts", { data: { name: `Bo ${run}`, company: "Acme" } });
  expect(added.ok(), await added.text()).toBe(true);
  await open(page, "/people");
  await page.getByLabel("Name, company or tag").fill(`bo ${run}`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Bo ${run}`, exact: true }).press("Enter");
  const panel = page.getByRole("region", { name: `Bo ${run}` });
  await panel.getByText("Change the entry").press("Enter");
  await panel.getByLabel("Mail address").fill("half typed");
  await panel.getByText("Record a touch").press("Enter");
  const day = panel.getByLabel("Day", { exact: true });
  const today = await day.inputValue();
  expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await day.fill("2199-01-10");
  await panel.getByLabel("How").selectOption("call");
  await panel.getByLabel("What it was about").fill("How their team versions an API.");
  await tabTo(page, /^Record the touch$/);
  await page.keyboard.press("Enter");
  await expect(day).toHaveAccessibleDescription("That day has not come yet. Record it on the day it is done.");
  await expect(day).toBeFocused();
  await expect(panel.getByLabel("What it was about")).toHaveValue("How their team versions an API.");
  await expectGoodScreen(page);
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  await day.fill(yesterday);
  await tabTo(page, /^Record the touch$/);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("list", { name: "Touches" })).toContainText("call. How their team versions an API.");
  await expect(panel.getByLabel("Mail address")).toHaveValue("half typed");
  await expect(panel.getByLabel("What it was about")).toHaveValue("");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(panel.getByText("Not in touch yet.")).toBeVisible();
});

test("a cadence of one's own, refused beside its field and then kept", async ({ page }) => {
  await open(page, "/people");
  const waiting = page.getByRole("region", { name: "They wait to hear from you" });
  await waiting.getByText("How often to be in touch").press("Enter");
  await waiting.getByLabel("Tag").fill(`friend ${run}`);
  await waiting.getByLabel("Time after, in days").fill("20");
  await waiting.getByLabel("Late after, in days").fill("10");
  await page.keyboard.press("Enter");
  await expect(waiting.getByLabel("Late after, in days")).toHaveAccessibleDescription("It cannot be late before it is time: give as many days or more.");
  await expect(waiting.getByLabel("Late after, in days")).toBeFocused();
  await waiting.getByLabel("Late after, in days").fill("30");
  await page.keyboard.press("Enter");
  await expect(waiting.getByText(`friend ${run}`, { exact: true })).toBeVisible();
  await waiting.getByRole("button", { name: `change the cadence of friend ${run}` }).press("Enter");
  await expect(waiting.getByLabel("Tag")).toHaveValue(`friend ${run}`);
  await expectGoodScreen(page);
});
