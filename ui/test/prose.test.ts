import { expect, it } from "vitest";
import type { Block } from "../src/api/model";
import { blockText } from "../src/prose/text";
import { offsetOfLine, sectionsOf, wordsOf } from "../src/work/sections";

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

it("finds the sections of a Markdown answer and counts their words", () => {
  const text = "---\ntitle: not a word\n---\nBefore it.\n\n# Title\n\n## Users ##\n\nBackend developers – those who call.\n\n```\n# not a heading\n```\n\n## Next\n";
  expect(sectionsOf(text)).toEqual([
    { level: 0, title: "Before the first heading", line: 1, words: 2 },
    { level: 1, title: "Title", line: 6, words: 0 },
    { level: 2, title: "Users", line: 8, words: 5 },
    { level: 2, title: "Next", line: 16, words: 0 },
  ]);
  expect(wordsOf(text)).toBe(7);
});

it("counts nothing in nothing, and survives a fence that is never closed", () => {
  expect([wordsOf(""), wordsOf("```\nfour words are here")]).toEqual([0, 0]);
});

it("knows where a line begins", () => {
  const text = "one\ntwo\nthree";
  expect([1, 2, 3, 9].map((line) => offsetOfLine(text, line))).toEqual([0, 4, 8, 13]);
});
