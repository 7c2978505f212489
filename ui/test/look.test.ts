import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8");

/** These two stand around every screen, this one is inside the parts that are shown. */
const SHOWN_ELSEWHERE = ["Rail", "Shortcuts", "Finding"];

it("every part that screens share is shown on the page of the visual language", () => {
  const look = read("screens/Look.svelte");
  const parts = readdirSync(new URL("../src/parts", import.meta.url)).filter((name) => name.endsWith(".svelte")).map((name) => name.replace(".svelte", ""));
  expect(parts).toEqual(expect.arrayContaining(SHOWN_ELSEWHERE));
  expect(parts.filter((part) => !SHOWN_ELSEWHERE.includes(part) && !new RegExp(`<${part}\\b`).test(look))).toEqual([]);
});

it("every colour of the tokens is shown on it", () => {
  const named = [...read("style/tokens.css").matchAll(/--([\w-]+):\s*#/g)].map((match) => match[1]!);
  const shown = read("screens/Look.svelte").match(/const colours = \[(.*)\]/)![1]!;
  expect([...new Set(named)].filter((colour) => !shown.includes(`"${colour}"`))).toEqual([]);
});
