import { expect, test, type Page } from "@playwright/test";
import { proof as proven, resume } from "../../mock/resume";
import { expectGoodScreen, expectNoAxeFindings, open } from "../screen";

const proof = (page: Page) => page.getByRole("region", { name: "Proof of the text layer" });
const paper = (page: Page) => page.frameLocator("iframe[title='The résumé as it looks']");

/** Opens the screen with a résumé on it, whoever came first. */
async function openResume(page: Page): Promise<void> {
  await open(page, "/resume");
  const start = page.getByRole("button", { name: "Start it from my evidence" });
  if (await start.isVisible()) await start.click();
  await expect(page.getByRole("region", { name: "Who you are" })).toBeVisible();
}

test("from nothing to a proven PDF", async ({ page }) => {
  await open(page, "/resume");
  await expectGoodScreen(page);
  await page.getByLabel("JSON Resume").setInputFiles({ name: "old.json", mimeType: "application/json", buffer: Buffer.from('{\n"basics"') });
  await expect(page.getByRole("alert").getByText("Line 2: A colon is missing after the key.")).toBeVisible();
  await openResume(page);
  await expect(paper(page).getByRole("heading", { level: 1, name: "Sample learner" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: /backed by evidence/ })).toBeVisible();

  await page.getByLabel("Mail address").fill("sample@learner.example");
  await page.getByLabel("City").fill("Kochi");
  await page.getByLabel("City").blur();
  await expect(paper(page).getByText("sample@learner.example")).toBeVisible();
  await expect(paper(page).getByText(/Kochi/)).toBeVisible();
  await expect(proof(page).getByText(/^All \d+ fields were found by both readers/)).toBeVisible();

  await page.getByRole("button", { name: "Add a job" }).click();
  await expect(page.getByLabel("Employer", { exact: true })).toBeFocused();
  await page.keyboard.type("Setway Payments");
  await page.getByLabel("Title", { exact: true }).first().fill("Customer engineer");
  await page.getByLabel("From", { exact: true }).first().fill("2021-03");
  await page.getByRole("region", { name: "Sections" }).getByRole("button", { name: "Add a bullet" }).first().click();
  await expect(page.locator("[data-place='/work/0/highlights/0']")).toBeFocused();
  await page.keyboard.type("Cut the time to a first call from 3 days to 40 minutes for 60 developers.");
  await page.keyboard.press("Tab");
  await expect(paper(page).getByText("Setway Payments")).toBeVisible();
  await expect(paper(page).getByText(/40 minutes/)).toBeVisible();
  await page.getByLabel("What backs bullet 1").selectOption({ index: 1 });
  await expect(page.getByRole("button", { name: /^Unlink .* from bullet 1$/ }).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: /^1 job/ })).toBeVisible();
  await expectGoodScreen(page);

  await proof(page).getByText(/one by one$/).click();
  await expect(proof(page).getByRole("row", { name: /^Employer of job 1 pass pass Setway Payments/ })).toBeVisible();
  await page.getByLabel("Look").selectOption("classic");
  await page.getByLabel("Paper").selectOption("letter");
  await expect(proof(page).getByText(/^All \d+ fields/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the PDF" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
});

test("a long title ends before its arrows, and a bullet shows all of its lines", async ({ page }) => {
  await openResume(page);
  await page.getByRole("button", { name: "Add a job" }).click();
  await expect(page.getByLabel("Employer", { exact: true }).last()).toBeFocused();
  await page.keyboard.type("The Ministry of Electronics and Information Technology of the Government of Karnataka, Bengaluru");
  await page.keyboard.press("Tab");
  const entry = page.locator(".entry", { has: page.locator("summary", { hasText: "The Ministry of Electronics" }) }).last();
  const title = await entry.locator("summary").boundingBox();
  const arrows = await entry.locator(":scope > .steps").boundingBox();
  expect(title!.x + title!.width).toBeLessThanOrEqual(arrows!.x);
  await entry.getByRole("button", { name: "Add a bullet" }).click();
  await expect(entry.locator("textarea[data-place*='/highlights/']")).toBeFocused();
  await page.keyboard.type("Cut the time that a partner bank needs to its first settled call from 46 days to 9. ".repeat(4));
  const hidden = await entry.locator("textarea[data-place*='/highlights/']").evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(hidden).toBeLessThanOrEqual(1);
  await expectGoodScreen(page);
  await entry.getByRole("button", { name: /^Take out: .*Ministry/ }).click();
  await expect(entry).toHaveCount(0);
});

test("a preview runs nothing and leads nowhere", async ({ page }) => {
  await openResume(page);
  const frame = page.locator("iframe[title='The résumé as it looks']");
  await expect(frame).toHaveAttribute("sandbox", "");
  await page.getByLabel("Summary").fill("<img src=x onerror=alert(1)> <script>alert(2)</script>");
  await page.getByLabel("Summary").blur();
  await expect(paper(page).getByText("<script>alert(2)</script>")).toBeVisible();
  const address = await frame.getAttribute("src");
  const response = await page.request.get(address!);
  expect(response.headers()["content-security-policy"]).toContain("sandbox");
  await page.getByLabel("Summary").fill("Two years beside the API customers of a payments company.");
  await page.getByLabel("Summary").blur();
  await expect(paper(page).getByText(/Two years beside/)).toBeVisible();
});

test("an application keeps the PDF of a variant as it was sent", async ({ page }) => {
  await openResume(page);
  const run = Date.now().toString(36);
  for (const [path, data] of [
    ["/api/resume/variants", { name: `payments-${run}`, role: "TPM, payments" }],
    ["/api/applications", { company: `Kept ${run}`, role: "TPM" }],
  ] as const) {
    const begun = await page.request.post(path, { data });
    expect(begun.ok(), await begun.text()).toBe(true);
  }
  await open(page, "/applications");
  await page.getByRole("button", { name: `Kept ${run}`, exact: true }).click();
  const panel = page.getByRole("complementary", { name: "Open application" });
  await panel.getByText("Keep what was sent").click();
  await panel.getByLabel("Or the PDF of a variant").selectOption(`the résumé for payments-${run}`);
  await expectGoodScreen(page);
  await panel.getByRole("button", { name: "Keep it" }).click();
  await expect(panel.getByText(/^Résumé as it was sent: .*-TPM-payments-resume\.pdf, kept byte for byte as/)).toBeVisible();
});

test("a variant leaves out a line and changes its order, with the keyboard alone", async ({ page }) => {
  await openResume(page);
  const name = `payments ${Date.now() % 100_000}`;
  await page.getByText("Begin a variant for one role").click();
  await page.getByLabel("Its name").fill(name);
  await page.getByLabel("Role it is for").fill("Technical product manager, payments");
  await page.keyboard.press("Enter");
  const shows = page.getByRole("region", { name: "What this variant shows" });
  await expect(shows.getByText(/Everything is shown/)).toBeVisible();
  await expect(paper(page).getByText("Technical product manager, payments")).toBeVisible();
  await shows.getByText("Skills", { exact: true }).click();
  const first = shows.locator("details", { hasText: "Skills" }).getByRole("checkbox").first();
  await first.focus();
  await page.keyboard.press("Space");
  await expect(shows.getByText(/left out/).first()).toBeVisible();
  await expect(shows.locator("input[type=checkbox]:focus")).not.toBeChecked();
  // More often than there are sections: at the top it stays.
  const up = shows.getByRole("button", { name: "Up: Skills", exact: true });
  await up.focus();
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Enter");
    await expect(up).toBeFocused();
  }
  await expect(paper(page).locator("h2").first()).toHaveText("Skills");
  await expectGoodScreen(page);

  // What was left out is called otherwise from now on, and would be shown: that is told without being asked.
  const left = await shows.locator("details", { hasText: "Skills" }).locator("label.choice", { has: page.locator("input:not(:checked)") }).first().innerText();
  await page.getByRole("region", { name: "Sections" }).getByText("Skills", { exact: true }).click();
  await page.getByRole("region", { name: "Sections" }).getByText(left.trim(), { exact: true }).click();
  await page.locator(`[data-place^="/skills/"][data-place$="/name"]:visible`).fill(`${left.trim()}, renamed`);
  await page.keyboard.press("Tab");
  const told = page.getByText(`The left-out entry “${left.trim()}” is no longer in the résumé.`);
  await expect(told).toBeVisible();
  await page.locator(`[data-place^="/skills/"][data-place$="/name"]:visible`).fill(left.trim());
  await page.keyboard.press("Tab");
  await expect(told).toBeHidden();
  await page.getByRole("button", { name: "The whole résumé" }).click();
  await expect(shows).toBeHidden();
});

test("a job description lies beside it without a score", async ({ page }) => {
  await openResume(page);
  const beside = page.getByRole("region", { name: "Beside a job description" });
  await beside.getByLabel(/The description/).fill("You must have SQL.\nREST API design is required.\nNice to have: experience with Kafka.\n5+ years in product management.");
  await beside.getByRole("button", { name: "Lay it beside" }).click();
  await expect(beside.getByText(/The résumé names \d of \d skills that must be/)).toBeVisible();
  await expect(beside.getByText("For you to judge")).toBeVisible();
  await expectGoodScreen(page);
});

test("what was typed over a bullet is laid beside the one that came into its place, and sent over it only when that is asked for", async ({ page }) => {
  const place = "/work/0/highlights/0";
  let view = structuredClone(resume);
  const bullets = () => view.form!.sections[0]!.entries[0]!.lists[0]!.items;
  const sent: string[] = [];
  await page.route(/\/api\/resume(\?|$)/, (route) => route.fulfill({ json: view }));
  await page.route("**/api/resume/change", (route) => {
    const body = route.request().postDataJSON() as { base_hash: string; text: string };
    if (body.base_hash !== view.hash) return route.fulfill({ status: 409, json: { code: "changed", message: "`resume.json` was changed outside since it was read here.", help: null } });
    sent.push(body.text);
    view = { ...structuredClone(view), hash: `${view.hash}+` };
    bullets()[0]!.text = body.text;
    return route.fulfill({ json: view });
  });
  await open(page, "/resume");
  await page.getByText("Customer engineer, Setway").click();
  const bullet = page.locator(`[data-place='${place}']`);
  await expect(bullet).toBeVisible();
  // Outside, a bullet is put in above.
  view = { ...structuredClone(view), hash: "outside" };
  bullets().unshift({ ...bullets()[0]!, text: "Answered 1,200 tickets." });
  bullets()[1]!.pointer = "/work/0/highlights/1";
  await bullet.fill("Found 12 keys that were close to their quota.");
  await bullet.blur();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(bullet).toHaveValue("Answered 1,200 tickets.");
  await expect(page.getByText("“Found 12 keys that were close to their quota.”")).toBeVisible();
  await expectNoAxeFindings(page);
  expect(sent).toEqual([]);
  await page.getByRole("button", { name: "Write mine over it" }).click();
  await expect(bullet).toHaveValue("Found 12 keys that were close to their quota.");
  await expect(page.getByRole("button", { name: "Write mine over it" })).toBeHidden();
  expect(sent).toEqual(["Found 12 keys that were close to their quota."]);
});

test("a bullet that is taken out is put back at its place", async ({ page }) => {
  let view = structuredClone(resume);
  const sent: { act: string; pointer: string; before?: string }[] = [];
  await page.route(/\/api\/resume(\?|$)/, (route) => route.fulfill({ json: view }));
  await page.route("**/api/resume/json", (route) => route.fulfill({ contentType: "application/json", body: '{"x": 1.50}' }));
  await page.route("**/api/resume/change", (route) => {
    const body = route.request().postDataJSON() as (typeof sent)[number];
    sent.push(body);
    const there = structuredClone(resume);
    if (body.act === "remove") there.form!.sections[0]!.entries[0]!.lists[0]!.items.shift();
    view = { ...there, hash: `${view.hash}+` };
    return route.fulfill({ json: view });
  });
  await open(page, "/resume");
  await page.getByText("Customer engineer, Setway").click();
  const words = await page.locator("[data-place='/work/0/highlights/0']").inputValue();
  await page.getByRole("button", { name: "Take out: bullet 1", exact: true }).click();
  await expect(page.getByText(`Taken out: ${words}`)).toBeInViewport();
  const back = page.getByRole("button", { name: "Put it back" });
  await expect(back).toBeFocused();
  await expectNoAxeFindings(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-place='/work/0/highlights/0']")).toBeFocused();
  await expect(back).toBeHidden();
  expect(sent.map(({ act, pointer, before }) => [act, pointer, before])).toEqual([
    ["remove", "/work/0/highlights/0", undefined],
    ["put-back", "/work/0/highlights/0", '{"x": 1.50}'],
  ]);
});

test("when the proof fails, the heading says so and the download is not the filled button", async ({ page }) => {
  const failed = { ...proven, passed: false, fields: proven.fields.map((field, at) => ({ ...field, passed: at > 0 && field.passed })) };
  const missed = failed.fields.filter((field) => !field.passed).length;
  await page.route(/\/api\/resume(\?|$)/, (route) => route.fulfill({ json: resume }));
  await page.route(/\/api\/resume\/proof/, (route) => route.fulfill({ json: failed }));
  await open(page, "/resume");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Not ready to send: ${missed} ${missed === 1 ? "field" : "fields"} of the PDF cannot be read back`);
  await expect(page.getByRole("link", { name: "Download the PDF" })).not.toHaveClass(/primary/);
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  test("everything can be read", async ({ page }) => {
    await openResume(page);
    await expect(proof(page).getByText(/fields/).first()).toBeVisible();
    await expectNoAxeFindings(page);
  });
});
