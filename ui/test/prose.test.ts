import { expect, it } from "vitest";
import type { Block } from "../src/api/model";
import { blockText } from "../src/prose/text";
import { offsetOfLine } from "../src/work/lines";

it("gives the words of a text, a line for each block", () => {
  const blocks: Block[] = [
    { kind: "heading", level: 2, inlines: [{ kind: "text", text: "Limits" }] },
    { kind: "paragraph", inlines: [{ kind: "text", text: "The answer is " }, { kind: "code", text: "429" }, { kind: "text", text: ", as " }, { kind: "link", to: "https://example.org", inlines: [{ kind: "emphasis", inlines: [{ kind: "text", text: "the RFC" }] }] }, { kind: "break" }, { kind: "strong", inlines: [{ kind: "text", text: "says" }] }] },
    { kind: "list", start: 1, items: [[{ kind: "paragraph", inlines: [{ kind: "text", text: "one" }] }], [{ kind: "quote", blocks: [{ kind: "paragraph", inlines: [{ kind: "text", text: "two" }] }] }]] },
    { kind: "rule" },
    { kind: "placed", table: "pay" },
    { kind: "code", language: "sql", text: "select 1\n" },
    { kind: "table", head: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b" }]], right: [false, true], rows: [[[{ kind: "text", text: "1" }], [{ kind: "text", text: "2" }]]] },
  ];
  expect(blockText(blocks)).toBe("Limits\nThe answer is 429, as the RFC says\none\ntwo\nselect 1\na · b\n1 · 2");
});

it("knows where a line begins", () => {
  const text = "one\ntwo\nthree";
  expect([1, 2, 3, 9].map((line) => offsetOfLine(text, line))).toEqual([0, 4, 8, 13]);
});
