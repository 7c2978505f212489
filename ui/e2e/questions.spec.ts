import { expect, test } from "@playwright/test";
import { expectGoodScreen, expectNoAxeFindings, open } from "./screen";

for (const path of ["/work/numeric-queue-wait", "/lesson/lesson-limits-and-errors"]) {
  test(`${path}: questions are answered and judged with the keyboard, with feedback beside them`, async ({ page }) => {
    await open(page, path);
    await expectGoodScreen(page);
    const figure = page.getByRole("textbox").first();
    await figure.fill("a dozen");
    await expect(page.getByText("is not a number yet")).toBeVisible();
    await figure.fill("80");
    await expect(page.getByText("is not a number yet")).toBeHidden();
    const choice = page.locator("input[type=radio], input[type=checkbox]").first();
    // An earlier run may have answered: a box is emptied first, a radio button stays as it is.
    if ((await choice.getAttribute("type")) === "checkbox") await choice.uncheck();
    await choice.focus();
    await page.keyboard.press("Space");
    await expect(choice).toBeChecked();
    const sent = page.waitForRequest((request) => request.url().endsWith("/check"));
    await page.keyboard.press("Shift+Control+Enter");
    expect((await sent).postDataJSON().text).toMatch(/^[\w-]+ = (80|"a"|\["a"\])$/m);
    await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
    await expect(page.locator("fieldset .says").first()).toBeVisible();
    await expectNoAxeFindings(page);
  });
}
