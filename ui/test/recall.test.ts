import { describe, expect, it } from "vitest";
import type { BankLineView, CardView, GradeView } from "../src/api/model";
import { asQuestion, cardPath, checkedText, countedAgainst, gradeAsk, placeInWords, placeOf } from "../src/recall/card";
import { asked, wishIn } from "../src/recall/wish";
import { readRoute } from "../src/router";

const line: BankLineView = { id: "data-joins", kind: "data", ask: "Why are rows lost in a join?", minutes: 10, skills: ["sql-joins"], companies: ["saas", "fintech"], week: null, answered: 0, grade: "" };
const all = { words: "", kind: "all", company: "all" };

describe("a question of the bank is wished for", () => {
  it.each([
    [{}, true],
    [{ words: "ROWS join" }, true],
    [{ words: "sql-joins" }, true],
    [{ words: "rows cache" }, false],
    [{ kind: "data", company: "fintech" }, true],
    [{ kind: "behavioural" }, false],
    [{ company: "cloud" }, false],
  ])("%o", (wish, fits) => expect(asked(line, { ...all, ...wish })).toBe(fits));
});

it("an address wishes for what it names, and otherwise for everything", () => {
  expect(wishIn(new URLSearchParams())).toEqual(all);
  expect(wishIn(new URLSearchParams("words=rows+join&company=fintech"))).toEqual({ words: "rows join", kind: "all", company: "fintech" });
});

const card = (answer_kind: string, number_ask = ""): CardView => ({
  line: { id: "lesson-caching/which", source: "lesson", ask: "Which?", minutes: 1, due: "2027-01-05", last: null, chance: null },
  from: "From “Caching”", ask: [], answer_kind, options: [], number_ask, unit: "ms", limit: null, missed: null, about: null,
});

describe("what a machine checks of an answer", () => {
  it("is letters or a number, never words", () => {
    expect(checkedText(card("several"), ["a", "c"])).toBe("a, c");
    expect(checkedText(card("number"), [" 43.2 "])).toBe("43.2");
    expect(checkedText(card("words", "How many?"), ["1,389"])).toBe("1,389");
    expect(checkedText(card("words"), ["anything"])).toBe("");
    expect(checkedText(card("one"), [])).toBe("");
  });
  it("is asked as in a lesson", () => expect(asQuestion(card("one"), ["b"])).toMatchObject({ id: "lesson-caching/which", answer_kind: "one", given: ["b"] }));
});

it("a card has an address although its id holds a slash", () => {
  expect(readRoute(cardPath("lesson-caching/which"))).toEqual({ name: "recall", card: "lesson-caching/which" });
  expect(readRoute("/recall")).toEqual({ name: "recall", card: undefined });
});

it("words and time stand beside what is asked for, without praise or blame", () => {
  const limit = { words: 60, seconds: 90 };
  expect(countedAgainst(limit, "It takes  44 minutes.", 48)).toBe("4 words, at most 60 are asked for; 48 s, at most 90 s are asked for.");
  expect(countedAgainst(limit, " ", 100)).toBe("100 s, at most 90 s are asked for.");
});

describe("what is asked before the grades fits the grades that are left", () => {
  const grades = (...words: string[]): GradeView[] => words.map((word, at) => ({ level: at + 1, word, stands_for: word, comes_back: "2027-01-06" }));
  const levels = [{ number: 1, name: "poor", anchor: "Nothing." }];
  it.each([
    ["four", { grades: grades("again", "hard", "good", "easy"), levels }, "Which of the four is nearest to what you said?"],
    ["two, after a wrong number", { grades: grades("again", "hard"), levels }, "With a number that is wrong or left out an answer is not graded good. Which of the two is nearest to what you said?"],
    ["two of a card of one's own", { grades: grades("again", "hard"), levels: [] }, "With a number that is wrong or left out an answer is not graded good. How well did you recall it?"],
    ["right, checked by a machine", { grades: grades("hard", "good", "easy"), levels: [] }, "How well did you recall it?"],
    ["wrong, checked by a machine", { grades: grades("again"), levels: [] }, "It counts as `again`."],
  ])("%s", (_, back, asks) => expect(gradeAsk(back)).toBe(asks));
});

it("a card of the day says which it is, those answered before counted", () => {
  const cards = [{ id: "c" }, { id: "d" }, { id: "e" }];
  expect(placeInWords(placeOf("c", cards, 2)!)).toBe("Card 3 of 5");
  expect(placeOf("e", cards, 0)).toEqual({ number: 3, of: 3 });
  expect(placeOf("of-the-bank", cards, 2)).toBeUndefined();
});
