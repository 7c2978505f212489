import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectGoodScreen, open } from "../screen";

const rows = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On", "Di,Talker,https://www.linkedin.com/in/di-talker,,Acme,Product Manager,15 Mar 2024"].join("\n");

test("a conference that is over asks what came of it, and whom one met there was met", async ({ page }) => {
  await open(page, "/people");
  await page.getByLabel("File of contacts").setInputFiles({ name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await expect(page.getByText(/1 contact read/)).toBeVisible();
  const gatherings = page.getByRole("region", { name: "Communities and conferences" });
  await gatherings.getByText("Write one down").click();
  await gatherings.getByLabel("Name", { exact: true }).fill("API talks");
  await gatherings.getByLabel("Kind").selectOption("virtual conference");
  await gatherings.getByLabel("First day").fill("2026-02-03");
  await gatherings.getByLabel("Whom of your contacts").fill("nobody we know");
  await gatherings.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByText("There is no such person in your contacts.")).toBeVisible();
  await gatherings.getByLabel("Whom of your contacts").fill("Di Talker");
  await gatherings.getByRole("button", { name: "Keep" }).click();
  await expect(gatherings.getByText("what came of it?")).toBeVisible();
  await expectGoodScreen(page);

  await gatherings.getByText("Write one down").click();
  await gatherings.getByRole("button", { name: "Write it down (API talks)" }).click();
  await gatherings.getByLabel("What came of it").last().fill("Two questions answered");
  await gatherings.getByRole("button", { name: "Keep" }).last().click();
  await expect(gatherings.getByText("Two questions answered")).toBeVisible();
  await expect(gatherings.getByText("what came of it?")).toHaveCount(0);
  await gatherings.getByRole("button", { name: "Di Talker" }).click();
  await expect(page.getByText("event. API talks")).toBeVisible();
});

test("whom one met is a contact and not a name: commas and two of one name stay whole", async ({ page }) => {
  await open(page, "/people");
  const twins = [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    'Kit,"Twin, PMP",https://www.linkedin.com/in/kit-twin-one,,Acme,Product Manager,15 Mar 2024',
    'Kit,"Twin, PMP",https://www.linkedin.com/in/kit-twin-two,,Beta,Engineer,16 Mar 2024',
  ].join("\n");
  await page.getByLabel("File of contacts").setInputFiles({ name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(twins) });
  await expect(page.getByText(/2 contacts read/)).toBeVisible();
  const gatherings = page.getByRole("region", { name: "Communities and conferences" });
  await gatherings.getByText("Write one down").click();
  await gatherings.getByLabel("Name", { exact: true }).fill("Twins' evening");
  await gatherings.getByLabel("First day").fill("2026-02-04");
  for (const work of ["Product Manager at Acme", "Engineer at Beta"]) {
    await gatherings.getByLabel("Whom of your contacts").fill("twin, pmp");
    await gatherings.getByLabel("Whom of your contacts").press("Enter");
    await gatherings.getByRole("button", { name: `met Kit Twin, PMP, ${work}` }).click();
  }
  await expect(gatherings.getByLabel("Met there").getByRole("listitem")).toHaveCount(2);
  await expectGoodScreen(page);
  await gatherings.getByRole("button", { name: "Keep" }).click();
  const kept = gatherings.getByRole("article").filter({ hasText: "Twins' evening" });
  await expect(kept.getByRole("button", { name: "Kit Twin, PMP", exact: true })).toHaveCount(2);

  await gatherings.getByText("Write one down").click();
  await kept.getByRole("button", { name: /Write it down/ }).click();
  await kept.getByLabel("What came of it").fill("Two cards");
  await kept.getByRole("button", { name: "Keep" }).click();
  await expect(kept.getByText("Two cards")).toBeVisible();
  await expect(kept.getByRole("button", { name: "Kit Twin, PMP", exact: true })).toHaveCount(2);
  await kept.getByRole("button", { name: /Change/ }).click();
  await kept.getByRole("button", { name: "take out Kit Twin, PMP, Engineer at Beta" }).click();
  await kept.getByRole("button", { name: "Keep" }).click();
  await expect(kept.getByRole("button", { name: "Kit Twin, PMP", exact: true })).toHaveCount(1);
  await kept.getByRole("button", { name: "Kit Twin, PMP", exact: true }).click();
  await expect(page.getByRole("region", { name: "Kit Twin, PMP" }).getByText("Product Manager at Acme")).toBeVisible();
});

test("an interview is asked for, agreed on, and stands in the calendar that is downloaded", async ({ page }) => {
  await open(page, "/people");
  await page.getByLabel("File of contacts").setInputFiles({ name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await expect(page.getByText(/1 contact read/)).toBeVisible();
  await page.getByLabel("Name, company or tag").fill("talker");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByLabel("Contacts").getByRole("button", { name: "Di Talker" }).click();
  await page.getByText("Informational interview", { exact: true }).click();
  await expect(page.getByText("Where does your work end and that of a technical product manager begin?")).toBeVisible();
  await page.getByRole("button", { name: "Record: asked" }).click();
  await expect(page.getByText(/^They were asked\. Without an answer by then, ask once more/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Record: asked again" })).toBeVisible();
  await page.getByText("It took place already").click();
  await expect(page.getByLabel("Day it was held")).toBeVisible();
  await page.getByLabel("Day agreed on").fill("2099-02-03");
  await page.getByRole("button", { name: "Keep the day" }).click();
  const interviews = page.getByRole("region", { name: "Informational interviews" });
  await expect(interviews.getByText(/0 of 3 held and written down/)).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export .ics" }).click();
  const calendar = readFileSync(await (await waiting).path(), "utf8").replaceAll("\r\n ", "");
  expect(calendar).toContain("SUMMARY:Conversation with Di Talker\r\n");
  expect(calendar).toMatch(/UID:c-[0-9a-f]{16}-interview@people\.footbridge/);
  expect(calendar).not.toContain("VTIMEZONE");
  await expectGoodScreen(page);
});
