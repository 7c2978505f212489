import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Opens a screen and waits for its answer. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("h1")).toBeVisible();
}

/** Nothing that axe's WCAG 2.2 A and AA rules find. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  // Evaluated by the driver: the page's policy forbids every script tag that is not its own.
  await page.evaluate(axe);
  const source = `(async () => {
    const found = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }));
  })()`;
  const violations = (await page.evaluate(source)) as Violation[];
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join(", ")})`)).toEqual([]);
}

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content).toBeLessThanOrEqual(window!);
}

/** At most one button is filled: the one thing to do next. */
export async function expectOneFilledButton(page: Page): Promise<void> {
  await expect(page.locator(".button.primary:visible")).toHaveCount(1);
}

/** What every screen holds to, wide and narrow. */
export async function expectGoodScreen(page: Page): Promise<void> {
  await expectOneFilledButton(page);
  await expectNoAxeFindings(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectNoAxeFindings(page);
  await page.setViewportSize({ width: 1280, height: 860 });
}

/** Presses Tab until a control with this accessible name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement | null;
      return active?.getAttribute("aria-label") ?? active?.innerText ?? "";
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}
