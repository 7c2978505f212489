import { chromium, expect, test } from "@playwright/test";
import { STATE } from "./playwright.config";
import { expectGoodScreen, expectNoAxeFindings, expectNoSidewaysScroll, open } from "./screen";

const SAID = "[00:05] We keep 42 rows, because two of them changed last year.";

test("an interview is begun, answered, scored and only then shows the model answer", async ({ page }) => {
  await open(page, "/mock");
  await expectGoodScreen(page);
  await page.getByLabel("Questions").selectOption("behavioural");
  await page.getByLabel("How many").fill("1");
  await page.getByRole("button", { name: "Begin" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Question 1: Behavioural/ })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Start the clock" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Mark a new part" }).click();
  await expect(page.getByLabel("What you said")).toHaveValue(/^\[\d\d:\d\d\] $/);
  await page.getByLabel("What you said").fill(SAID);
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page.getByRole("heading", { name: "Score your answer" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "The model answer" })).toBeHidden();
  await expectGoodScreen(page);
  for (const group of await page.getByRole("group").all()) {
    if ((await group.getByRole("radio").count()) === 0) continue;
    await group.getByRole("radio").nth(1).check();
    await group.getByRole("textbox").fill("two of them changed");
  }
  await page.getByRole("button", { name: "Keep and show the model answer" }).click();
  await expect(page.getByRole("heading", { name: "What a machine can check" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What you and others scored" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "The model answer" })).toBeVisible();
  await page.getByLabel("Take in what came back").setInputFiles({ name: "r.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByRole("complementary").getByRole("alert")).toContainText("The scores cannot be taken in.");
  await expectNoAxeFindings(page);
  await expectNoSidewaysScroll(page);
});

test("what is typed is still there after another question and after a reload, and a refusal is told beside the form", async ({ page }) => {
  await open(page, "/mock");
  await page.getByLabel("Questions").selectOption("behavioural");
  await page.getByLabel("How many").fill("2");
  await page.getByRole("button", { name: "Begin" }).click();
  const said = page.getByLabel("What you said");
  const [first, second] = [1, 2].map((number) => page.getByRole("button", { name: new RegExp(`^${number}\\. `) }));
  await said.fill(SAID);
  await second!.click();
  await expect(said).toHaveValue("");
  await first!.click();
  await expect(said).toHaveValue(SAID);
  await page.reload();
  await expect(said).toHaveValue(SAID);
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page.getByRole("heading", { name: "Score your answer" })).toBeVisible();
  const groups = page.getByRole("group").filter({ has: page.getByRole("radio") });
  for (const group of await groups.all()) await group.getByRole("radio").nth(1).check();
  await groups.first().getByRole("textbox").fill("two of them changed");
  await second!.click();
  await first!.click();
  await expect(groups.first().getByRole("textbox")).toHaveValue("two of them changed");
  await page.getByRole("button", { name: "Keep and show the model answer" }).click();
  await expect(page.getByRole("alert")).toContainText("no words that speak for it");
  await expect(page.getByRole("alert")).toBeInViewport();
  await page.reload();
  await expect(groups.first().getByRole("radio").nth(1)).toBeChecked();
});

test("what is to be computed stands beside the answer while it is scored, and what was given beside its verdict", async ({ page }) => {
  await open(page, "/mock");
  await page.getByLabel("Questions").selectOption("system-design");
  await page.getByLabel("How many").fill("10");
  await page.getByRole("button", { name: "Begin" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^Question 1: / })).toBeVisible();
  const figure = page.getByRole("region", { name: "Your answer" }).locator("input[inputmode=decimal]");
  for (let number = 2; number <= 10 && (await figure.count()) === 0; number++) await page.getByRole("button", { name: new RegExp(`^${number}\\. `) }).press("Enter");
  await page.getByLabel("What you said").fill(SAID);
  await figure.fill("0.004");
  await page.getByRole("button", { name: "Keep this answer" }).press("Enter");
  const asked = page.getByText(/^To compute, in .+: .+/);
  await expect(asked).toBeVisible();
  await expect(page.getByText("The number you gave: 0.004")).toBeVisible();
  await expectGoodScreen(page);
  for (const group of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) await group.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Keep and show the model answer" }).press("Enter");
  await expect(page.getByText(/^You gave 0\.004 .+\. The number is not right\.$/)).toBeVisible();
  await expect(asked).toBeVisible();
});

test("ten questions that a model wrote are kept, and asked as unreviewed from either screen", async ({ page }) => {
  const kinds = ["system design", "product sense", "API-specific technical", "behavioural"].flatMap((kind, at) => Array<string>(at < 2 ? 3 : 2).fill(kind));
  const question = (kind: string, at: number) =>
    `## Question ${at + 1}: ${kind}\n\n**Question:** What changed in case ${at + 1}?\n\n**What the interviewer evaluates:**\n- The reason.\n\n**Strong answer framework:**\n- Say what changed.\n- Say why.\n\n**Common mistakes:**\n- Guessing.\n`;
  await open(page, "/prompts/interview");
  await page.getByRole("textbox", { name: "The reply" }).fill(kinds.map(question).join("\n"));
  await page.getByRole("button", { name: "Keep it, unreviewed" }).press("Enter");
  await page.getByRole("button", { name: "Ask these questions in a mock interview" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^Question 1: System design/ })).toBeVisible();
  await expect(page.getByText("A language model wrote this question.")).toBeVisible();
  await expect(page.getByText("What changed in case 1?")).toBeVisible();
  await page.getByRole("link", { name: "All interviews" }).click();
  await page.getByLabel("Questions").selectOption({ label: await page.getByRole("option", { name: /^Ten questions of a model, interview-/ }).first().innerText() });
  await expect(page.getByText("nobody reviewed them", { exact: false })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByText("A language model wrote this question.")).toBeVisible();
});

test("without a microphone one is told what to do instead, and nothing is sent", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", "NotFoundError"));
  });
  await open(page, "/mock");
  await page.getByLabel("Questions").selectOption("data");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("No microphone was found.")).toBeVisible();
});

test("an answer is recorded, heard again while it is scored, and never sent", async ({ baseURL }) => {
  const sound = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  const { launchOptions } = test.info().project.use;
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...sound] });
  const context = await browser.newContext({ baseURL: baseURL!, storageState: STATE, permissions: ["microphone"] });
  const page = await context.newPage();
  const strangers: string[] = [];
  let largest = 0;
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL!) && !request.url().startsWith("blob:")) strangers.push(request.url());
    largest = Math.max(largest, request.postDataBuffer()?.length ?? 0);
  });
  await open(page, "/mock");
  await page.getByLabel("Questions").selectOption("behavioural");
  await page.getByLabel("How many").fill("1");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("Recording.", { exact: true })).toBeVisible();
  await page.waitForTimeout(1_500);
  await page.getByRole("button", { name: "Stop recording" }).click();
  const recording = page.getByLabel("Your recording");
  await expect(recording).toBeVisible();
  const plays = (element: HTMLAudioElement) =>
    new Promise<boolean>((resolve) => {
      element.ontimeupdate = () => element.currentTime > 0 && resolve(true);
      element.onerror = () => resolve(false);
      element.muted = true;
      void element.play();
    });
  expect(await recording.evaluate(plays), "it plays back").toBe(true);
  await page.getByLabel("What you said").fill(SAID);
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page.getByRole("heading", { name: "Score your answer" })).toBeVisible();
  expect(await recording.evaluate(plays), "it can be heard while scoring").toBe(true);
  expect(strangers).toEqual([]);
  expect(largest, "no request carries sound").toBeLessThan(2_000);
  await browser.close();
});

test("/mock on a telephone and in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 780 });
  await open(page, "/mock");
  await expectNoAxeFindings(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: /^Question 1/ })).toBeVisible();
  await expectNoAxeFindings(page);
  await expectNoSidewaysScroll(page);
});
