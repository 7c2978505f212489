import { expect, test } from "@playwright/test";
import { open } from "./screen";

test("the page of the visual language is only shown in development", async ({ page }) => {
  await open(page, "/look");
  await expect(page.locator("h1")).toHaveText("There is nothing at this address");
});
