import { existsSync } from "node:fs";
import { chromium, type FullConfig } from "@playwright/test";
import { STATE } from "./playwright.config";

/** The code of the printed address becomes the cookie that every test starts with. It holds for one visit, so a cookie of an earlier run is tried first. */
export default async function enter(config: FullConfig): Promise<void> {
  const { launchOptions, baseURL } = config.projects[0]!.use;
  const browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...(existsSync(STATE) ? { storageState: STATE } : {}) });
  const page = await context.newPage();
  if (!(await page.request.get("/api/session")).ok()) await page.goto(process.env.FOOTBRIDGE_URL ?? "/");
  const answer = await page.request.get("/api/session");
  if (!answer.ok()) throw new Error(`The address in FOOTBRIDGE_URL does not let us in: ${answer.status()} ${await answer.text()}`);
  await context.storageState({ path: STATE });
  await browser.close();
}
