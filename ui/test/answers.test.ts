import { describe, expect, it } from "vitest";
import type { QuestionView } from "../src/api/model";
import { numberOf, readAnswers, unanswered, unfinishedNumbers, writeAnswers } from "../src/work/answers";

const question = (id: string, answer_kind: string): QuestionView => ({ id, answer_kind, ask: [], options: [], unit: "", given: [] });
const questions = [question("cause", "one"), question("both", "several"), question("budget", "number")];

describe("writeAnswers", () => {
  it("writes the TOML of answers.toml", () => {
    expect(writeAnswers(questions, { cause: ["b"], both: ["c", "a"], budget: ["43.2"] })).toBe('cause = "b"\nboth = ["a", "c"]\nbudget = 43.2\n');
  });
  it("leaves out what is unanswered or no number yet", () => {
    expect(writeAnswers(questions, { cause: [], both: [], budget: ["abc"] })).toBe("");
  });
  it("quotes what must be quoted", () => {
    expect(writeAnswers([question("a b", "one")], { "a b": ['x"\\y'] })).toBe('"a b" = "x\\"\\\\y"\n');
  });
  it("is read back as it was", () => {
    const answers = { cause: ["b"], both: ["a", "c"], budget: ["43.2"] };
    expect(readAnswers(writeAnswers(questions, answers))).toEqual(answers);
  });
});

describe("numberOf", () => {
  it.each([
    ["43.2", "43.2"],
    [" 1,200 ", "1200"],
    ["1 200", "1200"],
    [".5", "0.5"],
    ["-0.25", "-0.25"],
    ["+7", "7"],
    ["007", "7"],
    ["1e3", "1e3"],
    ["1,200,000.5", "1200000.5"],
    ["80 %", "80"],
    ["560 ms", "560"],
    ["4.5k", "4.5e3"],
    ["4.5 thousand calls", "4.5e3"],
    ["1.2M", "1.2e6"],
    ["2 millions", "2e6"],
    ["5 m", "5"],
    ["5 MB", "5"],
    ["1e3", "1e3"],
  ])("%s", (typed, written) => expect(numberOf(typed)).toBe(written));
  it.each(["", "-", ".", "43,2", "12,34", "4.", "ten", "1.2.3", "Infinity", "0x10"])("%s is none", (typed) => expect(numberOf(typed)).toBeUndefined());
});

it("names the fields that hold no number, and counts what is open", () => {
  const answers = { budget: ["4,"], cause: ["a"] };
  expect(unfinishedNumbers(questions, answers)).toEqual(["budget"]);
  expect(unanswered(questions, answers)).toBe(1);
});

it("reads past lines of another shape", () => {
  expect(readAnswers('# a note\n[table]\ncause = "b" # chosen\nbig = 1_200\nbroken = \nboth = ["a", "c"]\n')).toEqual({ cause: ["b"], big: ["1200"], both: ["a", "c"] });
});
