import { expect, test } from "vitest";
import { lined } from "../src/prose/lined";

test("a line of a talk goes on below what was said", () => {
  expect(lined("engineer    a store it is\non call     and when it is gone?")).toEqual([
    { text: "engineer    a store it is", hang: 12 },
    { text: "on call     and when it is gone?", hang: 12 },
  ]);
});

test("a time, who it was and what was said are one line, and what is far in goes on less far in", () => {
  expect(lined("09:10  support agent     Winter Canvas writes\nalone\n  further in")?.map((line) => line.hang)).toEqual([20, 2, 4]);
});

test("tables and drawings keep their columns", () => {
  expect(lined("time  call   status  ms\n14:02  r-1  201  640")).toBeUndefined();
  expect(lined("a phone\n   | sends\n   v\na server")).toBeUndefined();
});
