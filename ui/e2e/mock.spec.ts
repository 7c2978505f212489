import { chromium, expect, test } from "@playwright/test";
import { join } from "node:path";
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
  for (const group of await groups.all()) await group.getByRole("textbox").fill("two of them changed");
  await page.getByRole("button", { name: "Keep and show the model answer" }).press("Enter");
  await expect(page.getByRole("button", { name: "Next question" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "The model answer" })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Question 2: / })).toBeFocused();
  await expect(page.getByRole("button", { name: "Next question" })).toBeHidden();
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
    `## Question ${at + 1}: ${kind}\n\n**Question:** What changed in case ${at + 1}?\n\n**What the interviewer evaluates:**\n- The reason.\n\n**Strong answer framework:**\n- Say what changed.\n- Say why.\n\n**Common mistakes:**\n- Guessing.\n\n**Follow-up:** What if it changed back?\n`;
  await open(page, "/prompts/interview");
  await page.getByLabel("Company you prepare for").fill("Nowherebank");
  await expect(page.getByText("Nothing here says what kind of company", { exact: false })).toBeVisible();
  await expect(page.getByLabel("The company its questions are for")).toHaveValue("Nowherebank");
  await page.getByRole("textbox", { name: "The reply" }).fill(`${kinds.map(question).join("\n")}\n## Where to prepare first\n\nQuestions 1 and 7.\n`);
  await page.getByRole("button", { name: "Keep it, unreviewed" }).press("Enter");
  await page.getByRole("button", { name: "Ask these questions in a mock interview" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^Question 1: System design/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ten questions of a reply for Nowherebank, unreviewed" })).toBeVisible();
  await expect(page.getByText("A language model wrote this question.")).toBeVisible();
  await expect(page.getByText("What changed in case 1?")).toBeVisible();
  await page.getByRole("link", { name: "All interviews" }).click();
  await page.getByLabel("Questions").selectOption({ label: await page.getByRole("option", { name: /^Ten questions of a reply, interview-/ }).first().innerText() });
  await expect(page.getByText("What a language model wrote of them nobody reviewed.", { exact: false })).toBeVisible();
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

test("a reader's page keeps the four answers open beside the choices, and their corrected file counts once", async ({ page, request }) => {
  await open(page, "/mock");
  const id = await page.evaluate(async () => {
    const post = async (path: string, body: unknown) => (await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).json();
    const begun = await post("/api/mocks", { kind: "data", questions: 1 });
    const to = `/api/mocks/${begun.line.id}/questions/1`;
    const answered = await post(`${to}/answer`, { transcript: "We keep 42 things, because two of them broke." });
    await post(`${to}/scores`, { scores: answered.questions[0].criteria.map((one: { id: string }) => ({ criterion: one.id, level: 3, because: "42 things" })) });
    return begun.line.id as string;
  });
  await open(page, `/mock/${id}`);
  await page.getByRole("button", { name: "Write a page for a reader" }).press("Enter");
  const written = (await page.getByRole("status").filter({ hasText: "for-a-reader" }).innerText()).split(":")[0]!;
  const { folder } = (await (await request.get("/api/session")).json()) as { folder: string };
  const other = await page.context().newPage();
  await other.goto(`file://${join(folder, written)}`);
  await expect(other.getByRole("region", { name: "What to judge Question 1 by" })).toBeVisible();
  await expectNoAxeFindings(other);
  const save = async (level: RegExp) => {
    await other.getByRole("radio", { name: level }).first().check();
    const download = other.waitForEvent("download");
    await other.getByRole("button", { name: "Save the review" }).click();
    return (await download).path();
  };
  await other.getByLabel(/Your name/).fill("Ada");
  await other.getByLabel(/Anything else/).fill("Say earlier whom it hurt.");
  const files = [await save(/2 mixed/), await save(/3 good/)];
  // Which question is drawn changes with the day; some hold a query whose lines are long.
  await other.locator(".scale > div").first().evaluate((described) => {
    described.append(Object.assign(document.createElement("pre"), { textContent: "select ".repeat(40) }));
  });
  await other.setViewportSize({ width: 390, height: 780 });
  await expectNoSidewaysScroll(other);
  await other.close();
  const taken = page.getByRole("status").filter({ hasText: "The levels of Ada" });
  await page.getByLabel("Take in what came back").setInputFiles(files[0]!);
  await expect(taken).toContainText("stand beside yours");
  await page.getByLabel("Take in what came back").setInputFiles(files[1]!);
  await expect(taken).toContainText("in place of those that the same reader gave");
  await expect(page.getByText("Say earlier whom it hurt.")).toHaveCount(1);
  await expect(page.getByText("Of 1 level of yours beside theirs: 1 the same.")).toBeVisible();
});
